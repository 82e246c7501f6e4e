namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>One guess how a known video may lie in a film's picture.</summary>
/// <param name="frames">The film.</param>
/// <param name="area">What the video's inner part is taken to lie at.</param>
/// <param name="mirrored">Whether left and right are taken to be exchanged.</param>
internal sealed class QueryView(IReadOnlyList<SmallFrame> frames, PictureArea area, bool mirrored)
{
    /// <summary>All bits that mean something.</summary>
    private static readonly Descriptor _all = new(ulong.MaxValue - 1, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    private SoftDescriptor?[] _descriptors = new SoftDescriptor?[frames.Count];
    private bool _isGiven;

    /// <summary>What a film is known to look like; there are no frames, so that no other area can be looked at.</summary>
    public static QueryView Of(IReadOnlyList<Descriptor> descriptors)
    {
        var view = new QueryView([], PictureArea.Whole.Inner(CosineSigns.Part), mirrored: false) { IsPlain = true, _isGiven = true };
        view._descriptors = [.. descriptors.Select(signs => new SoftDescriptor(signs, _all, default))];
        return view;
    }

    public PictureArea Area => area;

    public bool Mirrored => mirrored;

    /// <summary>Rows of the area, in parts of its height, over which something else is taken to lie.</summary>
    public (double From, double To) Covered { get; init; }

    /// <summary>Whether the index is held against it; guesses between two such are only looked at closely.</summary>
    public bool IsSeeded { get; init; } = true;

    /// <summary>What is seen there in a frame.</summary>
    public SoftDescriptor this[int frame] => _descriptors[frame] ??= CosineSigns.Soft(frames[frame], area, mirrored, Covered);

    /// <summary>Whether it is a guess for what most copies are: the whole picture as it was, or with its rims cut off.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The same guess with another area.</summary>
    public QueryView At(PictureArea other) => _isGiven ? this : new(frames, other, mirrored) { Covered = Covered };
}
