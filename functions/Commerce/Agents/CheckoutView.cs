namespace SoraFunctions.Commerce.Agents;

/// <summary>Shows a checkout as the protocol has it.</summary>
public static class CheckoutView
{
    /// <summary>The session.</summary>
    /// <param name="id">Of the checkout.</param>
    /// <param name="state">What is kept of it.</param>
    /// <param name="terms">Who sells.</param>
    /// <param name="created">Since when.</param>
    /// <param name="updated">When it last changed.</param>
    /// <param name="expires">Until when it may be completed.</param>
    /// <param name="now">The clock.</param>
    public static AgentSession Of(
        string id, CheckoutState state, SellerTerms terms, DateTimeOffset created, DateTimeOffset updated, DateTimeOffset expires, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        var shipping = ChosenOf(state, terms);
        var messages = MessagesOf(state, terms).ToList();
        return new AgentSession
        {
            Id = id,
            Status = StatusOf(state, messages.Count == 0, expires <= now),
            Currency = state.Currency.ToLowerInvariant(),
            Buyer = state.Buyer,
            FulfillmentDetails = state.Fulfillment,
            LineItems = [.. state.Lines.Select(line => new AgentLine
            {
                Id = $"line_{line.ItemId}",
                Item = new AgentItem { Id = line.ItemId },
                Quantity = line.Quantity,
                Name = line.Title,
                Images = line.Image is { } image ? [image] : null,
                UnitAmount = line.UnitAmount,
                Totals = [Total("items_base_amount", "Items", line.Amount), Total("subtotal", "Subtotal", line.Amount), Total("total", "Total", line.Amount)],
            })],
            FulfillmentOptions = [.. terms.Shipping.Select(rate => new AgentShipping { Id = rate.Id, Title = rate.Title, Totals = [Total("total", rate.Title, rate.Price.MinorUnits)] })],
            SelectedFulfillmentOptions = shipping is null ? null : [new AgentChoice { OptionId = shipping.Id, ItemIds = [.. state.Lines.Select(line => line.ItemId)] }],
            Totals =
            [
                Total("items_base_amount", "Items", ItemsOf(state)),
                Total("subtotal", "Subtotal", ItemsOf(state)),
                .. shipping is null ? Array.Empty<AgentTotal>() : [Total("fulfillment", shipping.Title, shipping.Price.MinorUnits)],
                Total("total", "Total", AmountOf(state, terms)),
            ],
            Messages = state.Declined is { } declined ? [.. messages, declined] : messages,
            Links = terms.Links,
            Capabilities = new AgentCapabilities
            {
                Payment = terms.MerchantId is not { } merchant ? null : new AgentPayment
                {
                    Handlers = [new AgentHandler { Config = new Dictionary<string, string> { ["merchant_id"] = merchant, ["psp"] = "stripe" } }],
                },
            },
            CreatedAt = created,
            UpdatedAt = updated,
            ExpiresAt = expires,
            Order = state.Payment is null ? null : OrderOf(id, terms),
        };
    }

    /// <summary>What is to be paid, smallest coins.</summary>
    /// <param name="state">What is kept of the checkout.</param>
    /// <param name="terms">Who sells.</param>
    public static long AmountOf(CheckoutState state, SellerTerms terms) => checked(ItemsOf(state) + (ChosenOf(state, terms)?.Price.MinorUnits ?? 0));

    /// <summary>The order that comes of a checkout.</summary>
    /// <param name="checkout">Of which.</param>
    /// <param name="terms">Who sells.</param>
    public static AgentOrder OrderOf(string checkout, SellerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var order = checkout.Replace("checkout_", "order_", StringComparison.Ordinal);
        return new AgentOrder
        {
            Id = order,
            CheckoutSessionId = checkout,
            PermalinkUrl = terms.OrderUrl.Replace("{order}", order, StringComparison.Ordinal),
            Status = "confirmed",
        };
    }

    private static long ItemsOf(CheckoutState state) => state.Lines.Aggregate(0L, (sum, line) => checked(sum + line.Amount));

    private static ShippingRate? ChosenOf(CheckoutState state, SellerTerms terms) =>
        terms.Shipping.FirstOrDefault(rate => rate.Id == state.Shipping) ?? (terms.Shipping.Count > 0 ? terms.Shipping[0] : null);

    private static string StatusOf(CheckoutState state, bool complete, bool expired) => state switch
    {
        { Payment: not null } => "completed",
        { Canceled: true } => "canceled",
        _ when expired => "expired",
        _ => complete ? "ready_for_payment" : "not_ready_for_payment",
    };

    private static IEnumerable<AgentMessage> MessagesOf(CheckoutState state, SellerTerms terms)
    {
        if (terms.MerchantId is null)
        {
            yield return Missing("unsupported", "requires_buyer_input", null, "This seller takes no payments through agents; buy on the seller's own pages.");
        }

        if (state.Buyer is null)
        {
            yield return Missing("missing", "recoverable", "$.buyer", "Who buys is needed: an e-mail address at least.");
        }

        if (terms.Shipping.Count > 0 && state.Fulfillment?.Address is null)
        {
            yield return Missing("missing", "recoverable", "$.fulfillment_details.address", "An address to send it to is needed.");
        }
    }

    private static AgentMessage Missing(string code, string resolution, string? param, string content) =>
        new() { Type = "error", Code = code, Resolution = resolution, Param = param, Content = content };

    private static AgentTotal Total(string type, string text, long amount) => new() { Type = type, DisplayText = text, Amount = amount };
}
