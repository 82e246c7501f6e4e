using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Cuts.Speech;

/// <summary>Cuts what is said into cues that can be read, each ending where the sense does, and gives them the times of their words.</summary>
internal static class SpokenCues
{
    private const double Bridged = 0.5;
    private const int GapFrames = 2;

    /// <summary>The cues in order; two frames at least lie between them.</summary>
    /// <param name="lines">What is said.</param>
    /// <param name="limits">How much is shown at once.</param>
    /// <param name="rate">Frames a second.</param>
    /// <param name="end">Until when there is room, in seconds.</param>
    public static IReadOnlyList<SpokenCue> Of(IEnumerable<SpokenLine> lines, CueLimits limits, int rate, double end)
    {
        var cues = lines.SelectMany(line => Parts(line, limits)).OrderBy(cue => cue.From).ToList();
        var gap = GapFrames / (double)rate;
        for (var i = 0; i < cues.Count; i++)
        {
            var room = i + 1 < cues.Count ? cues[i + 1].From - gap : end;
            var since = i == 0 ? 0 : cues[i - 1].To + gap;
            var to = i + 1 < cues.Count && room - cues[i].To < Bridged ? room : Math.Min(room, cues[i].To);
            to = Math.Max(to, Math.Min(room, cues[i].From + limits.Seconds));
            cues[i] = cues[i] with { From = Math.Min(cues[i].From, Math.Max(since, to - limits.Seconds)), To = to };
        }

        return [.. cues.Where(cue => cue.To - cue.From > gap)];
    }

    private static IEnumerable<SpokenCue> Parts(SpokenLine line, CueLimits limits)
    {
        var text = AssText.Clean(line.Text);
        var characters = Characters(line, text);
        var first = 0;
        foreach (var part in Cut(text, limits, Pieces(text, line)))
        {
            var count = part.Count(c => c != ' ');
            if (count == 0)
                continue;
            var times = characters.Skip(first).Take(count).ToList();
            yield return new SpokenCue(part, times[0].Begins, times[^1].Ends, [.. times.Select(time => (time.From, time.To))]);
            first += count;
        }
    }

    /// <summary>The text in as few parts as fit, of even length.</summary>
    private static IReadOnlyList<string> Cut(string text, CueLimits limits, IReadOnlyList<string> pieces)
    {
        for (var capacity = (double)limits.Latin * limits.Lines; ; capacity *= 0.93)
        {
            var parts = LineBreaker.Weigh(text, limits.Length, capacity, limits.Fit(text) ? 0 : 2, pieces).Lines;
            if (parts.All(limits.Fit) || capacity < 4)
                return parts;
            if (parts.Count == pieces.Count)
                pieces = BreakPlaces.Pieces(text);
        }
    }

    /// <summary>The text in pieces that end where a word does that is spoken, if the words are those of the text.</summary>
    private static IReadOnlyList<string> Pieces(string text, SpokenLine line)
    {
        var (ends, passed) = (new HashSet<int>(), 0);
        foreach (var word in line.Words)
            ends.Add(passed += AssText.Clean(word.Text).Count(c => c != ' '));
        var pieces = BreakPlaces.Pieces(text);
        if (line.Words.Count < 2 || passed != text.Count(c => c != ' '))
            return pieces;
        var (whole, piece, reached) = (new List<string>(), "", 0);
        foreach (var next in pieces)
        {
            piece += next;
            reached += next.Count(c => c != ' ');
            if (!ends.Contains(reached))
                continue;
            whole.Add(piece);
            piece = "";
        }

        return whole;
    }

    /// <summary>
    /// For every character but spaces its own time, a part of its word's by its place, and the word's. Where the words are not those of
    /// the text they are spread over the line by length.
    /// </summary>
    private static IReadOnlyList<(double Begins, double Ends, double From, double To)> Characters(SpokenLine line, string text)
    {
        var length = text.Count(c => c != ' ');
        var words = line.Words.Select(word => (Length: AssText.Clean(word.Text).Count(c => c != ' '), word.From, word.To)).Where(word => word.Length > 0).ToList();
        if (words.Count < 2 || words.Sum(word => word.Length) != length)
            words = Spread(text, line.From, line.To);
        return
        [
            .. words.SelectMany(word => Enumerable.Range(0, word.Length).Select(k =>
                (word.From + (word.To - word.From) * k / word.Length, word.From + (word.To - word.From) * (k + 1) / word.Length, word.From, word.To))),
        ];
    }

    private static List<(int Length, double From, double To)> Spread(string text, double from, double to)
    {
        var words = BreakPlaces.Pieces(text).Select(piece => piece.Count(c => c != ' ')).Where(count => count > 0).ToList();
        double all = words.Sum();
        var (spread, passed) = (new List<(int, double, double)>(), 0);
        foreach (var count in words)
        {
            spread.Add((count, from + (to - from) * passed / all, from + (to - from) * (passed + count) / all));
            passed += count;
        }

        return spread;
    }
}
