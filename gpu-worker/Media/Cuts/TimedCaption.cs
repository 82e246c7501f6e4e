using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Cuts;

/// <summary>A caption with its time on screen in seconds.</summary>
internal sealed record TimedCaption(TimedShot Shot, Caption Caption, double From, double To)
{
    /// <summary>When it may be shown instead, in a shot after or before its own that has no words: for where the product leaves it no room.</summary>
    public IReadOnlyList<TimedCaption> Elsewhere { get; private init; } = [];

    /// <summary>
    /// Each caption stays for its shot; where that is too short to read it, it stays on into the next shot if nothing else is
    /// written there or said.
    /// </summary>
    /// <param name="time">The cut.</param>
    /// <param name="spoken">What is said, and shown where captions are.</param>
    /// <param name="warnings">Told of captions that can't be read.</param>
    public static IReadOnlyList<TimedCaption> Of(Timeline time, IReadOnlyList<SpokenLine> spoken, List<string> warnings)
    {
        var captions = new List<TimedCaption>();
        var card = time.At(time.CardStart);
        for (var i = 0; i < time.Shots.Count; i++)
        {
            var shot = time.Shots[i];
            if (shot.Shot.Caption is not { } caption || AssText.Clean(caption.Text).Length == 0)
                continue;
            var from = time.At(shot.Start) + Math.Max(i == 0 ? 0.1 : 0.15, time.At(shot.EntryFrames) * 0.6);
            var to = time.At(shot.End) - (i + 1 == time.Shots.Count ? 0 : 0.05);
            var needed = ReadingTime.Comfortable(caption.Text);
            if (to - from < needed && i + 1 < time.Shots.Count && time.Shots[i + 1].Shot.Caption is null)
                to = Longer(to, Math.Min(from + needed, Free(time, i + 1, to, spoken)));
            to = Math.Min(to, card);
            if (to - from < 0.3)
                warnings.Add($"The caption of shot '{shot.Shot.Id}' isn't shown: the end card takes its place.");
            else if (to - from < Math.Max(ReadingTime.Least(caption.Text), needed * 0.9))
                warnings.Add(FormattableString.Invariant($"The caption of shot '{shot.Shot.Id}' stays {to - from:0.0} s; reading it takes about {needed:0.0} s."));
            if (to - from >= 0.3)
                captions.Add(new TimedCaption(shot, caption, from, to) { Elsewhere = [.. Beside(time, i, caption)] });
        }

        return captions;
    }

    /// <summary>The shots beside one that have no caption, for the time that it takes to read one.</summary>
    private static IEnumerable<TimedCaption> Beside(Timeline time, int shot, Caption caption)
    {
        foreach (var i in (int[])[shot + 1, shot - 1])
        {
            if (i < 0 || i >= time.Shots.Count || time.Shots[i].Shot.Caption is not null)
                continue;
            var from = time.At(time.Shots[i].Start) + Math.Max(0.15, time.At(time.Shots[i].EntryFrames) * 0.6);
            var to = Math.Min(time.At(time.Shots[i].End) - 0.05, time.At(time.CardStart));
            if (to - from >= ReadingTime.Enough(caption.Text))
                yield return new TimedCaption(time.Shots[i], caption, from, to);
        }
    }

    // A moment more would be a flicker after the cut.
    private static double Longer(double to, double could) => could - to >= 0.5 ? could : to;

    /// <summary>Until when nothing else is shown in a shot.</summary>
    private static double Free(Timeline time, int shot, double from, IReadOnlyList<SpokenLine> spoken) =>
        (time.Order.Storyboard.Captions == CaptionStyle.None ? [] : spoken.Where(line => line.To > from).Select(line => line.From - 0.1))
            .Append(time.At(time.Shots[shot].End)).Min();
}
