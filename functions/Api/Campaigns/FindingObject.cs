using SoraFunctions.Pipeline.Campaigns.Learning;

namespace SoraFunctions.Api.Campaigns;

/// <summary>Which value of a trait won, on the wire.</summary>
internal sealed record FindingObject(string Trait, string Value, double? Lift, double ProbabilityBest, string Sentence)
{
    public static FindingObject Of(TraitFinding finding) => new(
        finding.Trait, finding.Value, finding.Lift is { } lift ? Math.Round(lift, 4) : null, Math.Round(finding.IsBest, 4), finding.Sentence);
}
