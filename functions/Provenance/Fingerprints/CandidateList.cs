namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>An instant of a known video that looks like an instant of a film.</summary>
/// <param name="Seed">The film's.</param>
/// <param name="Instant">Number of the video's descriptor.</param>
/// <param name="Agreement">How alike.</param>
internal readonly record struct Candidate(Seed Seed, int Instant, float Agreement);

/// <summary>The best candidates of each video.</summary>
internal sealed class CandidateList
{
    private const int OfEach = 4;

    private readonly Dictionary<IndexedVideo, List<Candidate>> _videos = [];

    /// <summary>Adds one, if it is among the video's best; of one seed only the best counts.</summary>
    public void Add(IndexedVideo video, in Candidate candidate)
    {
        if (!_videos.TryGetValue(video, out var list))
            _videos[video] = list = new List<Candidate>(OfEach + 1);
        if (list.Count == OfEach && list[^1].Agreement >= candidate.Agreement)
            return;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Seed != candidate.Seed)
                continue;
            if (list[i].Agreement >= candidate.Agreement)
                return;
            list.RemoveAt(i);
            break;
        }

        var place = list.Count;
        while (place > 0 && list[place - 1].Agreement < candidate.Agreement)
            place--;
        list.Insert(place, candidate);
        if (list.Count > OfEach)
            list.RemoveAt(OfEach);
    }

    /// <summary>Adds those of another list.</summary>
    public void Add(CandidateList other)
    {
        foreach (var (video, list) in other._videos)
        {
            foreach (var candidate in list)
                Add(video, candidate);
        }
    }

    /// <summary>The videos with the best candidates, the best first.</summary>
    public IEnumerable<(IndexedVideo Video, IReadOnlyList<Candidate> Candidates)> Best(int most) =>
        _videos.OrderByDescending(pair => pair.Value[0].Agreement).ThenBy(pair => pair.Key.Key).Take(most).Select(pair => (pair.Key, (IReadOnlyList<Candidate>)pair.Value));
}
