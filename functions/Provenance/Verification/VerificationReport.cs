using System.Text.Json;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Stamping;

namespace SoraFunctions.Provenance.Verification;

/// <summary>All that a file tells about its origin, and whether to believe it.</summary>
/// <param name="State">The verdict.</param>
/// <param name="Summary">The verdict in a sentence.</param>
/// <param name="Entries">The checks on the file and its own manifest.</param>
public sealed record VerificationReport(VerificationState State, string Summary, IReadOnlyList<VerificationEntry> Entries)
{
    /// <summary>New findings on the manifests of ingredients. Failures here make the file invalid too.</summary>
    public IReadOnlyList<IngredientDelta> IngredientDeltas { get; init; } = [];

    /// <summary>
    /// The history: the file's own manifest first, then what it was made from, generation by generation.
    /// </summary>
    public IReadOnlyList<LineageEntry> Lineage { get; init; } = [];

    /// <summary>Parts of the file that the manifest does not cover.</summary>
    public IReadOnlyList<UncoveredRange> Uncovered { get; init; } = [];

    /// <summary>What is needed to make the video again, when the file's own manifest says so in our form.</summary>
    public GenerationFacts? Generation { get; init; }

    /// <summary>What of rights-holders is shown, and by which grants, as the file's own manifest states it.</summary>
    public IReadOnlyList<GrantedWork> Rights { get; init; } = [];

    /// <summary>
    /// What others may do with the video as data: allowed, notAllowed or constrained for each use, as the file's own
    /// manifest states it.
    /// </summary>
    public IReadOnlyDictionary<string, string> TrainingMining { get; init; } = new Dictionary<string, string>();

    /// <summary>The invisible marks by which the file's own manifest can be found again.</summary>
    public IReadOnlyList<SoftBindingInfo> SoftBindings { get; init; } = [];

    /// <summary>The implicit label of GB 45438-2025, when the file has one.</summary>
    public AigcLabel? AigcLabel { get; init; }

    /// <summary>Who signed the file's own manifest.</summary>
    public SignerInfo? Signer => Lineage.Count > 0 ? Lineage[0].Signer : null;

    /// <summary>How the file's own manifest says it was made.</summary>
    public IReadOnlyList<ActionInfo> Actions => Lineage.Count > 0 ? Lineage[0].Actions : [];

    /// <summary>The digital source types that the file's own manifest states.</summary>
    public IReadOnlyList<string> DigitalSourceTypes => Lineage.Count > 0 ? [.. Lineage[0].DigitalSourceTypes] : [];

    /// <summary>The report as indented JSON with camel-case names.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Readable.VerificationReport);
}
