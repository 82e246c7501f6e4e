using System.ComponentModel;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>The body of <c>POST /v1/campaigns/{id}/runs/{run}/approve</c>.</summary>
public sealed record ApprovalWish
{
    /// <summary>Which cells.</summary>
    [Description("Numbers of the cells that are meant, up to 1,000. Default: the samples, so that all of the run is made, and every video that waits.")]
    public IReadOnlyList<int>? Cells { get; init; }

    /// <summary>Whether they are approved.</summary>
    [Description("False to have them not delivered. Default: true.")]
    public bool? Approved { get; init; }
}
