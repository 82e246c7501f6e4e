namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>A video of an index, and where its descriptors lie.</summary>
internal sealed class IndexedVideo(long key, IndexSegment segment, int start, int count)
{
    public long Key => key;

    public IndexSegment Segment => segment;

    public int Start => start;

    public int Count => count;

    /// <summary>Whether it is to be found no more.</summary>
    public bool IsRemoved { get; set; }

    public ReadOnlySpan<Descriptor> Descriptors => segment.Of(this);
}
