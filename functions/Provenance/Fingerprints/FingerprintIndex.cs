namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>
/// Known videos, and which of them a film looks like. Held in memory, 45 bytes a descriptor (1.8 KB for ten seconds); videos come and go one by
/// one. For any number of threads at once.
/// </summary>
public sealed class FingerprintIndex : IDisposable
{
    /// <summary>Descriptors of a segment: 4.5 hours of film.</summary>
    private const int SegmentSize = 1 << 16;

    /// <summary>Videos that a line is drawn through.</summary>
    private const int MostCandidates = 48;

    /// <summary>Videos that are looked into closely, where no more are asked for: moving a guess about costs a hundred times what a line does.</summary>
    private const int MostClosely = 6;

    /// <summary>A chance below which no better explanation is looked for.</summary>
    private const double BeyondDoubt = 1e-12;

    private readonly ReaderWriterLockSlim _lock = new();
    private readonly List<IndexSegment> _segments = [];
    private readonly Dictionary<long, IndexedVideo> _videos = [];
    private long _descriptors;

    /// <summary>Videos in it.</summary>
    public int Count
    {
        get
        {
            _lock.EnterReadLock();
            try
            {
                return _videos.Count;
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }
    }

    /// <summary>Adds a video, or puts another fingerprint in the place of the one that it had.</summary>
    /// <param name="key">What the caller knows it by.</param>
    /// <param name="fingerprint">How it looks.</param>
    public void Add(long key, Fingerprint fingerprint)
    {
        _lock.EnterWriteLock();
        try
        {
            RemoveKnown(key);
            var descriptors = fingerprint.Descriptors;
            var segment = _segments.Count > 0 && _segments[^1].Room >= descriptors.Length ? _segments[^1] : null;
            if (segment is null)
                _segments.Add(segment = new IndexSegment(Math.Max(SegmentSize, descriptors.Length)));
            _videos[key] = segment.Add(key, descriptors);
            _descriptors += descriptors.Length;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Removes a video; false when it was not in it.</summary>
    /// <param name="key">What it was added under.</param>
    public bool Remove(long key)
    {
        _lock.EnterWriteLock();
        try
        {
            return RemoveKnown(key);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>The keys of all videos in it.</summary>
    public IReadOnlyList<long> Keys()
    {
        _lock.EnterReadLock();
        try
        {
            return [.. _videos.Keys];
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>
    /// The known videos that a film looks like, in whole or in part, the least likely by chance first; none of them by a chance over 10^-6. Where one is
    /// found beyond doubt in the picture as it is, nobody looks for others in mirrored, framed or covered pictures.
    /// </summary>
    /// <param name="query">The film.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<FingerprintMatch> Find(FingerprintQuery query, int most)
    {
        _lock.EnterReadLock();
        try
        {
            var candidates = new CandidateList();
            Look(query.Seeds(plain: true), candidates);
            var found = Matches(query, candidates, most);
            if (found is [{ Chance: < BeyondDoubt }, ..])
                return found;
            Look(query.Seeds(plain: false), candidates);
            return Matches(query, candidates, most);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private void Look(Seed[] seeds, CandidateList candidates) => Parallel.ForEach(
        _segments,
        () => new CandidateList(),
        (segment, _, found) =>
        {
            segment.Search(seeds, found);
            return found;
        },
        found =>
        {
            lock (candidates)
                candidates.Add(found);
        });

    private List<FingerprintMatch> Matches(FingerprintQuery query, CandidateList candidates, int most) =>
    [
        .. candidates.Best(MostCandidates)
            .Select(one => (one.Video, Line: Comparison.Rough(query, one.Video.Descriptors, one.Candidates)))
            .Where(one => one.Line is not null)
            .OrderByDescending(one => one.Line!.Value.Surprise(query, one.Video.Descriptors)).ThenBy(one => one.Video.Key)
            .Take(Math.Max(most, MostClosely))
            .Select(one => Comparison.Close(query, one.Video.Key, one.Video.Descriptors, one.Line!.Value, _descriptors))
            .OfType<FingerprintMatch>()
            .OrderBy(match => match.Chance).ThenByDescending(match => match.Agreement).ThenBy(match => match.Key)
            .Take(most),
    ];

    private bool RemoveKnown(long key)
    {
        if (!_videos.Remove(key, out var video))
            return false;
        _descriptors -= video.Count;
        var segment = video.Segment;
        segment.Remove(video);
        if (segment.Removed * 2 > segment.Count && segment != _segments[^1])
            Compact(segment);
        return true;
    }

    private void Compact(IndexSegment segment)
    {
        var smaller = new IndexSegment(Math.Max(1, segment.Count - segment.Removed));
        foreach (var video in segment.Videos.Where(video => !video.IsRemoved))
            _videos[video.Key] = smaller.Add(video.Key, video.Descriptors);
        _segments[_segments.IndexOf(segment)] = smaller;
    }
}
