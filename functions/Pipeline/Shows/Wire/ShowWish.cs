using System.ComponentModel;

namespace SoraFunctions.Pipeline.Shows.Wire;

/// <summary>The body of <c>POST /v1/shows</c> as it is written.</summary>
public sealed record ShowWish
{
    /// <summary>What it begins with.</summary>
    [Description("The completed video that it begins with.")]
    public required string VideoId { get; init; }

    /// <summary>How often there is a new cut.</summary>
    [Description("Minutes from one cut to the next, 1 to 10,080. Default: 60.")]
    public int? CadenceMinutes { get; init; }

    /// <summary>How many votes it takes.</summary>
    [Description("How many votes a change needs to be made, 1 to 1,000,000. Default: 3.")]
    public int? MinimumVotes { get; init; }

    /// <summary>How many cuts there are.</summary>
    [Description("After how many cuts it ends, 1 to 100. Default: 24.")]
    public int? MostCuts { get; init; }

    /// <summary>When it ends.</summary>
    [Description("When it ends, ISO 8601. Default: with the last cut.")]
    public DateTimeOffset? EndsAt { get; init; }
}
