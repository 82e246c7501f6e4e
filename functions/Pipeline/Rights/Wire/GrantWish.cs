using System.ComponentModel;

namespace SoraFunctions.Pipeline.Rights.Wire;

/// <summary>A grant, as it is sent.</summary>
public sealed record GrantWish
{
    /// <summary>Who gives it.</summary>
    [Description("Who gives it.")]
    public required string RightsHolder { get; init; }

    /// <summary>Who gets it.</summary>
    [Description("The tenant that gets it: 1 to 32 of a-z, 0-9 and '-'. Whether there is such a tenant is not said.")]
    public required string Tenant { get; init; }

    /// <summary>What may be shown.</summary>
    [Description("Ids of works of the holder; left out for all of them, those to come included.")]
    public IReadOnlyList<string>? Works { get; init; }

    /// <summary>Where.</summary>
    [Description("Markets of GET /v1/labels; left out for everywhere. An order that names no markets is for everywhere.")]
    public IReadOnlyList<string>? Markets { get; init; }

    /// <summary>On which channels.</summary>
    [Description("Channels of GET /v1/channels; left out for all.")]
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>From when on.</summary>
    [Description("From when on it holds, ISO 8601; now when left out.")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when.</summary>
    [Description("Until when it holds, ISO 8601; without end when left out. It has to hold when a video is ordered and when it is signed.")]
    public DateTimeOffset? Until { get; init; }

    /// <summary>The share.</summary>
    [Description("The holder's share in revenue that is due to a video with it, in hundredths of a per cent: 250 is 2.5 %; 0 to 10000.")]
    public required int ShareBasisPoints { get; init; }
}
