using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Campaigns;

/// <summary>A run on the wire.</summary>
internal sealed record RunObject(
    string Id,
    string Object,
    string CampaignId,
    string Status,
    long DueAt,
    long CreatedAt,
    long? EndedAt,
    int MissedBefore,
    IReadOnlyList<string> Variants,
    int Cells,
    IReadOnlyDictionary<string, int> CellsByStatus,
    bool AwaitsApproval,
    SpendingObject Spent,
    string? Reason)
{
    public static RunObject Of(CampaignRunRow run, IReadOnlyDictionary<string, int> states, SpendingObject spent) => new(
        run.Id, "campaign.run", run.CampaignId, EnumWord.Of(run.State), run.DueAt.ToUnixTimeSeconds(), run.CreatedAt.ToUnixTimeSeconds(),
        run.EndedAt?.ToUnixTimeSeconds(), run.PassedOver, run.Variants?.Split(' ') ?? [], run.Cells, states,
        (run.AskedAt is not null && run.ApprovedAt is null && run.EndedAt is null) || states.GetValueOrDefault("review") > 0,
        spent, run.Reason);
}
