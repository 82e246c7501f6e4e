using System.ComponentModel;

namespace SoraFunctions.Pipeline.Agents.Wire;

/// <summary>A discount code, as it is written.</summary>
/// <param name="Code">Of it.</param>
/// <param name="Title">What buyers read.</param>
public sealed record DiscountWish(
    [property: Description("1 to 64 letters, digits, '-' and '_'; capitals and small letters are the same.")] string Code,
    [property: Description("What buyers read, 1 to 100 characters.")] string Title)
{
    /// <summary>How much in per cent.</summary>
    [Description("What it takes off the items in per cent, over 0 and under 100; or amount_off.")]
    public decimal? PercentOff { get; init; }

    /// <summary>How much.</summary>
    [Description("What it takes off the items in the seller's currency, such as \"5.00\"; or percent_off.")]
    public string? AmountOff { get; init; }

    /// <summary>From what on.</summary>
    [Description("What the items must come to at least, such as \"50.00\".")]
    public string? Minimum { get; init; }

    /// <summary>Until when.</summary>
    [Description("Until when it holds for checkouts that are begun, in seconds since 1970; for ever when left out.")]
    public long? EndsAt { get; init; }
}
