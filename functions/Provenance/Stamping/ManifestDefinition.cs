namespace SoraFunctions.Provenance.Stamping;

/// <summary>
/// Everything a manifest says. Ids and times come from the caller, so that the same definition always gives
/// the same manifest apart from the signature (.NET signs elliptically with a fresh random number).
/// </summary>
public sealed record ManifestDefinition
{
    /// <summary>Names the manifest: urn:c2pa:&lt;id&gt;. A version 4 UUID; see <see cref="ContentId"/>.</summary>
    public required Guid ManifestId { get; init; }

    /// <summary>Names this file: xmp:iid:&lt;id&gt;.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Title of the video for the reader.</summary>
    public required string Title { get; init; }

    /// <summary>The product that made the claim.</summary>
    public required SoftwareAgent Generator { get; init; }

    /// <summary>When the video was made; to the second.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>
    /// How it was made, first step first: exactly one c2pa.created or c2pa.opened, and that one first.
    /// </summary>
    public required IReadOnlyList<ActionDefinition> Actions { get; init; }

    /// <summary>Whether the actions tell everything that was done; readers then rely on what is absent.</summary>
    public bool AllActionsIncluded { get; init; }

    /// <summary>What it was made from.</summary>
    public IReadOnlyList<IngredientDefinition> Ingredients { get; init; } = [];

    /// <summary>What is needed to make it again.</summary>
    public GenerationFacts? Generation { get; init; }

    /// <summary>What of rights-holders is shown in it, and by which grants.</summary>
    public IReadOnlyList<GrantedWork> Rights { get; init; } = [];

    /// <summary>What others may do with it as data.</summary>
    public TrainingMiningPolicy? TrainingMining { get; init; }

    /// <summary>What it is known by after it lost the manifest: the invisible mark in it, how it looks.</summary>
    public IReadOnlyList<SoftBinding> SoftBindings { get; init; } = [];

    /// <summary>A small JPEG picture of it, shown by readers; carried on by every remix, so keep it small.</summary>
    public ReadOnlyMemory<byte> ThumbnailJpeg { get; init; }
}
