using System.ComponentModel;
using SoraFunctions.Commerce.Attribution;

namespace SoraFunctions.Pipeline.Sales.Wire;

/// <summary>The body of <c>POST /v1/sales</c>: something that happened to an order in a shop that this service does not know.</summary>
public sealed record SaleWish
{
    /// <summary>What happened.</summary>
    [Description("What happened, 1 to 255 characters: told again under the same id it counts once.")]
    public required string Id { get; init; }

    /// <summary>To which order.</summary>
    [Description("The order, 1 to 255 characters, such as shop.example/1001.")]
    public required string Order { get; init; }

    /// <summary>What kind of thing.</summary>
    [Description("placed, paid (the amount is all that was paid for the order so far) or refunded (the amount of this refund alone).")]
    public required string Kind { get; init; }

    /// <summary>When.</summary>
    [Description("When it happened, ISO 8601.")]
    public required DateTimeOffset At { get; init; }

    /// <summary>How much.</summary>
    [Description("How much.")]
    public required WireMoney Amount { get; init; }

    /// <summary>Other names.</summary>
    [Description("Other names of the same order, so that an order which two systems tell of is one; up to 50.")]
    public IReadOnlyList<string>? AlsoKnownAs { get; init; }

    /// <summary>Discount codes.</summary>
    [Description("Discount codes that were used; one that a single video of yours shows (link.discount_code) is evidence for it; up to 50.")]
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>What led to it.</summary>
    [Description("What led to it; up to 50.")]
    public IReadOnlyList<EvidenceWish>? Evidence { get; init; }

    /// <summary>The event.</summary>
    /// <exception cref="Requests.RequestException">A word or an amount is none.</exception>
    public SaleEvent Read() => new(Id, Order, EnumWord.Read<SaleEventKind>("kind", Kind), At, Amount.Read("amount"))
    {
        AlsoKnownAs = AlsoKnownAs ?? [],
        DiscountCodes = DiscountCodes ?? [],
        Evidence =
        [
            .. (Evidence ?? []).Index().Select(one => new Evidence(
                EnumWord.Read<EvidenceKind>($"evidence[{one.Index}].kind", one.Item.Kind), one.Item.VideoId, one.Item.At, one.Item.Channel)),
        ],
    };
}
