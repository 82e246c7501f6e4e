namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>One guess how a known video may lie in a film's picture.</summary>
internal sealed class QueryView(IReadOnlyList<SmallFrame> frames, PictureArea area, bool mirrored)
{
    private readonly SoftDescriptor?[] _descriptors = new SoftDescriptor?[frames.Count];

    /// <summary>What the video's inner part is taken to lie at.</summary>
    public PictureArea Area => area;

    /// <summary>Whether left and right are taken to be exchanged.</summary>
    public bool Mirrored => mirrored;

    /// <summary>Whether the index is held against it; guesses between two such are only looked at closely.</summary>
    public bool IsSeeded { get; init; } = true;

    /// <summary>What is seen there in a frame.</summary>
    public SoftDescriptor this[int frame] => _descriptors[frame] ??= CosineSigns.Soft(frames[frame], area, mirrored);
}
