using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Lines;
using SoraFunctions.Pipeline.Storyboards.Plans;

namespace SoraFunctions.Pipeline.Storyboards.Retellings;

/// <summary>
/// Tells a story in less time: by as many shots as suit the length, the first (the hook) and the last (the product, with the end card)
/// among them, each filmed anew at its own length, with the words that there is time for.
/// </summary>
internal static class Shortening
{
    private const decimal CardShare = 0.8m;
    private const decimal LongestEntryShare = 0.25m;

    /// <summary>Deeds in which nothing happens.</summary>
    private static readonly HashSet<Deed> _quiet = [Deed.Stand, Deed.Turn, Deed.Levitate, Deed.Float];

    /// <summary>The story in that time, shorter than its own.</summary>
    public static Storyboard To(decimal seconds, Storyboard story, string channel, List<string> warnings)
    {
        var kept = Chosen(story, CountFor(seconds, story));
        var lengths = ShotLengths.Split(seconds, [.. kept.Select(shot => (double)shot.Seconds)]);
        var shots = kept.Zip(lengths, Shorter).ToArray();
        var card = story.EndCard is { } end && shots[^1].Seconds * CardShare >= 1
            ? end with { Seconds = Math.Min(end.Seconds, Tenths(shots[^1].Seconds * CardShare)) }
            : null;
        if (story.EndCard is not null && card is null)
        {
            warnings.Add($"{channel}: there is no time for the end card.");
        }

        for (var i = 0; i < shots.Length; i++)
        {
            var free = shots[i].Seconds - (i == shots.Length - 1 && card is not null ? card.Seconds : 0);
            shots[i] = Worded(shots[i], free, story.Language, channel, warnings);
        }

        return story with { Shots = shots, EndCard = card };
    }

    // As many as keep their pace, and never fewer than a story of that length has.
    private static int CountFor(decimal seconds, Storyboard story) => Math.Min(
        story.Shots.Count,
        Math.Max((int)Math.Round(story.Shots.Count * seconds / story.Seconds), ShotLengths.Count(seconds, ad: true, more: 0)));

    private static IReadOnlyList<Shot> Chosen(Storyboard story, int count)
    {
        var shots = story.Shots;
        if (count == 1)
        {
            return [story.EndCard is null ? shots[0] : shots[^1]];
        }

        var between = Enumerable.Range(1, shots.Count - 2).OrderByDescending(i => Worth(shots[i], story)).ThenBy(i => i).Take(count - 2).Order();
        return [shots[0], .. between.Select(i => shots[i]), shots[^1]];
    }

    private static int Worth(Shot shot, Storyboard story)
    {
        var hero = story.Cast.FirstOrDefault(subject => subject.IsOwn)?.Id ?? story.Shots[^1].Subjects[0];
        return (_quiet.Contains(shot.Action) ? 0 : 3) + (shot.Subjects[0] == hero ? 2 : shot.Subjects.Contains(hero) ? 1 : 0) + (shot.Caption is null ? 0 : 1);
    }

    private static Shot Shorter(Shot shot, decimal seconds) => shot with
    {
        Seconds = seconds,
        Transition = shot.Transition with { Seconds = Math.Min(shot.Transition.Seconds, Tenths(seconds * LongestEntryShare)) },
    };

    private static Shot Worded(Shot shot, decimal free, string language, string channel, List<string> warnings)
    {
        var told = shot;
        if (shot.Caption is { } caption && !Reading.CanRead(caption.Text, free))
        {
            var text = ShortWords.From(caption.Text).FirstOrDefault(words => Reading.CanRead(words, free));
            told = told with { Caption = text is null ? null : caption with { Text = text } };
            warnings.Add($"{channel}: the caption of shot '{shot.Id}' is {Fate(text)}: there is no time to read it.");
        }

        if (shot.Line is { } line && !LineLengths.Fits(line, language, shot.Seconds))
        {
            var text = ShortWords.From(line).FirstOrDefault(words => LineLengths.Fits(words, language, shot.Seconds));
            told = told with { Line = text };
            warnings.Add($"{channel}: the line of shot '{shot.Id}' is {Fate(text)}: there is no time to speak it.");
        }

        return told;
    }

    private static string Fate(string? text) => text is null ? "left out" : $"shortened to '{text}'";

    private static decimal Tenths(decimal seconds) => Math.Floor(seconds * 10) / 10;
}
