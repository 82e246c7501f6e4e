namespace SoraFunctions.Commerce.Agents;

/// <summary>What the codes of a checkout take off its items: one after the other, each of what the ones before have left.</summary>
public static class CheckoutDiscounts
{
    /// <summary>The codes and what comes of them; null where none was sent.</summary>
    /// <param name="state">What is kept of the checkout.</param>
    /// <param name="terms">Who sells.</param>
    /// <param name="now">The clock.</param>
    public static AgentDiscounts? Of(CheckoutState state, SellerTerms terms, DateTimeOffset now)
    {
        if (state.Codes.Count == 0)
        {
            return null;
        }

        var (applied, rejected, items) = (new List<AgentDiscount>(), new List<AgentRejection>(), state.ItemsAmount);
        var left = items;
        foreach (var code in state.Codes)
        {
            var known = terms.Discounts.FirstOrDefault(one => one.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
            if (Fault(known, items, applied, now) is var (reason, words) && reason is not null)
            {
                rejected.Add(new AgentRejection(code, reason, words));
                continue;
            }

            var amount = known!.Of(left);
            left -= amount;
            var coupon = new AgentCoupon(
                $"coupon_{known.Code}", known.Title, known.PercentOff, known.AmountOff, known.AmountOff is null ? null : state.Currency.ToLowerInvariant());
            applied.Add(new AgentDiscount($"discount_{known.Code}", known.Code, coupon, amount));
        }

        return new AgentDiscounts(state.Codes, applied, rejected);
    }

    private static (string? Reason, string Words) Fault(SellerDiscount? known, long items, List<AgentDiscount> applied, DateTimeOffset now) => known switch
    {
        null => ("discount_code_invalid", "There is no such code."),
        { EndsAt: { } end } when end <= now => ("discount_code_expired", "This code has expired."),
        _ when applied.Any(one => one.Code == known.Code) => ("discount_code_already_applied", "This code is applied already."),
        _ when items < known.Minimum => ("discount_code_minimum_not_met", "The items come to less than this code asks for."),
        _ => (null, ""),
    };
}
