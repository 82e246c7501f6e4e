using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>What a manifest says and whether it holds.</summary>
/// <param name="State"><c>none</c>, <c>invalid</c>, <c>valid</c> or <c>trusted</c>, in the words of C2PA.</param>
/// <param name="Signature">What that amounts to.</param>
/// <param name="Summary">The state in a sentence.</param>
/// <param name="SaysAi">Whether it says that a computer made or changed what is seen.</param>
/// <param name="History">The file's own manifest and those of what it was made from; at most 32.</param>
/// <param name="Generation">Engine, version, seed and storyboard, where it says so in our form.</param>
/// <param name="TrainingMining">What others may do with the file as data.</param>
/// <param name="SoftBindings">The invisible marks that it names; at most 8.</param>
/// <param name="Failures">What does not hold; at most 32.</param>
public sealed record ManifestPart(
    string State,
    SignatureEvidence Signature,
    string Summary,
    bool SaysAi,
    IReadOnlyList<HistoryPart> History,
    GenerationFacts? Generation,
    IReadOnlyDictionary<string, string> TrainingMining,
    IReadOnlyList<SoftBindingInfo> SoftBindings,
    IReadOnlyList<FindingPart> Failures)
{
    private const int Most = 32;
    private const int MostBindings = 8;

    /// <summary>What is told of a report.</summary>
    /// <param name="report">What the verifier found.</param>
    /// <param name="signature">What that amounts to.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static ManifestPart Of(VerificationReport report, SignatureEvidence signature, string language) => new(
        report.State.ToString().ToLowerInvariant(),
        signature,
        Clipped.Text(report.Summary),
        SourceTypes.SayAi(report),
        [.. report.Lineage.Take(Most).Select(HistoryPart.Of)],
        report.Generation is { } facts ? facts with { Engine = Clipped.Text(facts.Engine), EngineVersion = Clipped.Text(facts.EngineVersion), StoryboardSha256 = Clipped.Text(facts.StoryboardSha256), Model = Clipped.Text(facts.Model), Warnings = [.. facts.Warnings.Take(MostBindings).Select(one => Clipped.Text(one))] } : null,
        report.TrainingMining.Take(Most).ToDictionary(use => Clipped.Text(use.Key), use => Clipped.Text(use.Value)),
        [.. report.SoftBindings.Take(MostBindings).Select(one => new SoftBindingInfo(Clipped.Text(one.Algorithm), Clipped.Text(one.Value)))],
        [.. report.Entries.Concat(report.IngredientDeltas.SelectMany(delta => delta.Entries)).Where(one => one.Kind == EntryKind.Failure).Take(Most).Select(one => FindingPart.Of(one, language))]);
}
