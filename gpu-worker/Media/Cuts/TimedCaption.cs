using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>A caption with its time on screen in seconds.</summary>
internal sealed record TimedCaption(TimedShot Shot, Caption Caption, double From, double To)
{
    /// <summary>
    /// Each caption stays for its shot; where that is too short to read it, it stays on into the next shot if nothing else is
    /// written there.
    /// </summary>
    public static IReadOnlyList<TimedCaption> Of(Timeline time, List<string> warnings)
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
            var needed = ReadingTime(caption.Text);
            if (to - from < needed && i + 1 < time.Shots.Count && time.Shots[i + 1].Shot.Caption is null)
                to = Math.Min(from + needed, time.At(time.Shots[i + 1].End));
            to = Math.Min(to, card);
            if (to - from < 0.3)
                warnings.Add($"The caption of shot '{shot.Shot.Id}' isn't shown: the end card takes its place.");
            else if (to - from < needed * 0.9)
                warnings.Add(FormattableString.Invariant($"The caption of shot '{shot.Shot.Id}' stays {to - from:0.0} s; reading it takes about {needed:0.0} s."));
            if (to - from >= 0.3)
                captions.Add(new TimedCaption(shot, caption, from, to));
        }

        return captions;
    }

    /// <summary>Seconds to read words: 17 letters or 7 Chinese characters a second, after half a second to find them.</summary>
    private static double ReadingTime(string text) => 0.5 + text.Sum(c => Typeface.IsCjk(c) ? 1 / 7.0 : 1 / 17.0);
}
