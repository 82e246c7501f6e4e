namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>A part of an index: descriptors of whole videos, one after the other.</summary>
internal sealed class IndexSegment(int capacity)
{
    private readonly CodeBlocks _coarse = new(capacity);
    private readonly Descriptor[] _descriptors = new Descriptor[capacity];
    private readonly int[] _owners = new int[capacity];
    private readonly List<IndexedVideo> _videos = [];

    /// <summary>Descriptors in it.</summary>
    public int Count { get; private set; }

    /// <summary>Descriptors of videos that were removed.</summary>
    public int Removed { get; private set; }

    /// <summary>How many more descriptors it takes.</summary>
    public int Room => capacity - Count;

    /// <summary>Its videos, those that were removed among them.</summary>
    public IReadOnlyList<IndexedVideo> Videos => _videos;

    /// <summary>Adds a video, of which there must be <see cref="Room"/>.</summary>
    public IndexedVideo Add(long key, ReadOnlySpan<Descriptor> descriptors)
    {
        var video = new IndexedVideo(key, this, Count, descriptors.Length);
        foreach (var descriptor in descriptors)
        {
            _coarse.Set(Count, descriptor.Coarse);
            _descriptors[Count] = descriptor;
            _owners[Count++] = _videos.Count;
        }

        _videos.Add(video);
        return video;
    }

    /// <summary>Leaves a video out from now on.</summary>
    public void Remove(IndexedVideo video)
    {
        video.IsRemoved = true;
        Removed += video.Count;
        // Nothing of what was erased stays in memory.
        _descriptors.AsSpan(video.Start, video.Count).Clear();
        for (var i = 0; i < video.Count; i++)
            _coarse.Set(video.Start + i, 0);
    }

    /// <summary>The descriptors of one of its videos.</summary>
    public ReadOnlySpan<Descriptor> Of(IndexedVideo video) => _descriptors.AsSpan(video.Start, video.Count);

    /// <summary>Finds descriptors that look like what is seen at one instant of a film, and keeps the best of each video.</summary>
    public void Search(ReadOnlySpan<Seed> seeds, CandidateList candidates)
    {
        var blocks = (Count + CodeBlocks.Codes - 1) / CodeBlocks.Codes;
        // So many blocks at a time as stay in the first cache while all seeds are held against them.
        const int together = 32;
        for (var from = 0; from < blocks; from += together)
        {
            var to = Math.Min(blocks, from + together);
            foreach (var seed in seeds)
            {
                for (var block = from; block < to; block++)
                {
                    for (var near = _coarse.Near(block, seed.Tables, seed.Limit); near != 0; near &= near - 1)
                    {
                        var at = block * CodeBlocks.Codes + System.Numerics.BitOperations.TrailingZeroCount(near);
                        if (at < Count && seed.Soft.Agreement(_descriptors[at]) / (float)seed.Soft.Weight is var agreement && agreement >= Seed.Fair
                            && _videos[_owners[at]] is { IsRemoved: false } video)
                            candidates.Add(video, new Candidate(seed, at - video.Start, agreement));
                    }
                }
            }
        }
    }
}
