using SoraFunctions.Pipeline.Campaigns.Learning;

namespace SoraFunctions.Api.Campaigns;

/// <summary>How variants compare, on the wire.</summary>
internal sealed record LearningObject(
    string Object,
    string? Leader,
    string? Winner,
    IReadOnlyList<string> Summary,
    IReadOnlyList<StandingObject> Variants,
    IReadOnlyList<FindingObject> Findings)
{
    public static LearningObject Of(LearningReport report) => new(
        "campaign.learning", report.Standings.Leader, report.Standings.Winner, report.Summary,
        [.. report.Standings.Variants.Select(StandingObject.Of)], [.. report.Findings.Select(FindingObject.Of)]);
}
