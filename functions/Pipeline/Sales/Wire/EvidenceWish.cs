using System.ComponentModel;

namespace SoraFunctions.Pipeline.Sales.Wire;

/// <summary>A sign that a video led to an order, on the wire.</summary>
public sealed record EvidenceWish
{
    /// <summary>How hard it is.</summary>
    [Description("order_attribute, payment_metadata, affiliate, discount_code, utm or referrer: the first of these decides before the others.")]
    public required string Kind { get; init; }

    /// <summary>Which video.</summary>
    [Description("One of your videos.")]
    public required string VideoId { get; init; }

    /// <summary>When.</summary>
    [Description("When the buyer met it, ISO 8601; left out where that is not known.")]
    public DateTimeOffset? At { get; init; }

    /// <summary>Where.</summary>
    [Description("In which channel; left out for the video's main one.")]
    public string? Channel { get; init; }
}
