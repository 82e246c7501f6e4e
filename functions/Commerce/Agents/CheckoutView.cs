namespace SoraFunctions.Commerce.Agents;

/// <summary>Shows a checkout as the protocol has it.</summary>
public static class CheckoutView
{
    /// <summary>The session.</summary>
    /// <param name="id">Of the checkout.</param>
    /// <param name="state">What is kept of it.</param>
    /// <param name="terms">Who sells.</param>
    /// <param name="counted">How many there are of the items that are counted.</param>
    /// <param name="created">Since when.</param>
    /// <param name="updated">When it last changed.</param>
    /// <param name="expires">Until when it may be completed.</param>
    /// <param name="now">The clock.</param>
    public static AgentSession Of(
        string id, CheckoutState state, SellerTerms terms, IReadOnlyDictionary<string, int> counted, DateTimeOffset created, DateTimeOffset updated, DateTimeOffset expires, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        var shipping = ChosenOf(state, terms);
        var discounts = CheckoutDiscounts.Of(state, terms, created);
        var off = discounts?.Applied.Sum(one => one.Amount) ?? 0;
        AgentMessage[] shortages = state is { Payment: null, Paying: null } ? [.. ShortagesOf(state, counted)] : [];
        List<AgentMessage> messages = [.. MessagesOf(state, terms), .. shortages];
        return new AgentSession
        {
            Id = id,
            Status = StatusOf(state, messages.Count == 0, expires <= now),
            Currency = state.Currency.ToLowerInvariant(),
            Buyer = state.Buyer,
            FulfillmentDetails = state.Fulfillment,
            LineItems = LinesOf(state),
            FulfillmentOptions = [.. terms.Shipping.Select(rate => new AgentShipping { Id = rate.Id, Title = rate.Title, Totals = [Total("total", rate.Title, rate.Price.MinorUnits)] })],
            SelectedFulfillmentOptions = shipping is null ? null : [new AgentChoice { OptionId = shipping.Id, ItemIds = [.. state.Lines.Select(line => line.ItemId)] }],
            Totals =
            [
                Total("items_base_amount", "Items", state.ItemsAmount),
                Total("subtotal", "Subtotal", state.ItemsAmount),
                .. off == 0 ? Array.Empty<AgentTotal>() : [Total("discount", "Discount", off)],
                .. shipping is null ? Array.Empty<AgentTotal>() : [Total("fulfillment", shipping.Title, shipping.Price.MinorUnits)],
                Total("total", "Total", AmountOf(state, terms, created)),
            ],
            Discounts = discounts,
            AuthenticationMetadata = state.Asked is { } asked && terms.Acquirer is { } acquirer ? new AuthenticationMetadata(acquirer, asked.DirectoryServer) : null,
            Messages =
            [
                .. messages,
                .. state.Declined is { } declined ? new[] { declined } : [],
                .. state.Asked is null ? Array.Empty<AgentMessage>() : [Missing("requires_3ds", "requires_buyer_input", "$.authentication_result", "The buyer's bank asks for the buyer.")],
                .. (discounts?.Rejected ?? []).Select(one => new AgentMessage { Type = "warning", Code = one.Reason, Param = "$.discounts.codes", Content = one.Message }),
            ],
            Links = terms.Links,
            Capabilities = new AgentCapabilities
            {
                Payment = terms.MerchantId is not { } merchant ? null : new AgentPayment
                {
                    Handlers = [new AgentHandler { Config = new Dictionary<string, string> { ["merchant_id"] = merchant, ["psp"] = "stripe" } }],
                },
                Interventions = terms.Acquirer is not null && state.Authenticates ? new AgentInterventions(["3ds"]) : null,
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
    /// <param name="created">Since when it is: a code that held then holds until it is paid.</param>
    public static long AmountOf(CheckoutState state, SellerTerms terms, DateTimeOffset created) => checked(
        state.ItemsAmount - (CheckoutDiscounts.Of(state, terms, created)?.Applied.Sum(one => one.Amount) ?? 0) + (ChosenOf(state, terms)?.Price.MinorUnits ?? 0));

    /// <summary>The cart.</summary>
    /// <param name="id">Of the cart.</param>
    /// <param name="state">What is kept of it.</param>
    /// <param name="counted">How many there are of the items that are counted.</param>
    /// <param name="expires">Until when it is kept.</param>
    public static AgentCart CartOf(string id, CheckoutState state, IReadOnlyDictionary<string, int> counted, DateTimeOffset expires)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new AgentCart
        {
            Id = id,
            LineItems = LinesOf(state),
            Buyer = state.Buyer,
            Currency = state.Currency.ToLowerInvariant(),
            Totals = [Total("items_base_amount", "Items", state.ItemsAmount), Total("subtotal", "Subtotal", state.ItemsAmount), Total("total", "Total", state.ItemsAmount)],
            Messages = [.. ShortagesOf(state, counted)],
            ExpiresAt = expires,
        };
    }

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

    private static IReadOnlyList<AgentLine> LinesOf(CheckoutState state) =>
    [
        .. state.Lines.Select(line => new AgentLine
        {
            Id = $"line_{line.ItemId}",
            Item = new AgentItem { Id = line.ItemId },
            Quantity = line.Quantity,
            Name = line.Title,
            Images = line.Image is { } image ? [image] : null,
            UnitAmount = line.UnitAmount,
            Totals = [Total("items_base_amount", "Items", line.Amount), Total("subtotal", "Subtotal", line.Amount), Total("total", "Total", line.Amount)],
        }),
    ];

    private static IEnumerable<AgentMessage> ShortagesOf(CheckoutState state, IReadOnlyDictionary<string, int> counted) =>
        from line in state.Lines.Index()
        where counted.TryGetValue(line.Item.ItemId, out var left) && left < line.Item.Quantity
        let there = counted[line.Item.ItemId]
        select there == 0
            ? Missing("out_of_stock", "requires_buyer_input", $"$.line_items[{line.Index}]", $"{line.Item.Title} is sold out.")
            : Missing("quantity_exceeded", "recoverable", $"$.line_items[{line.Index}]", $"There are only {there} of {line.Item.Title}.");

    private static ShippingRate? ChosenOf(CheckoutState state, SellerTerms terms) =>
        terms.Shipping.FirstOrDefault(rate => rate.Id == state.Shipping) ?? (terms.Shipping.Count > 0 ? terms.Shipping[0] : null);

    private static string StatusOf(CheckoutState state, bool complete, bool expired) => state switch
    {
        { Payment: not null } => "completed",
        { Canceled: true } => "canceled",
        _ when expired => "expired",
        { Paying: not null } => "complete_in_progress",
        { Asked: not null } => "authentication_required",
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
