using System.Globalization;
using System.Text;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Cuts.Speech;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Companions;

/// <summary>
/// What is said and shown as text with times, for players and for platforms that take captions: WebVTT (W3C) and SubRip. Cues never
/// overlap; what is said comes before what can be read in the picture.
/// </summary>
internal static class CaptionFile
{
    private const int GapFrames = 2;

    /// <summary>The cues of a cut.</summary>
    public static IReadOnlyList<TimedText> Cues(Timeline time, IReadOnlyList<TimedCaption> captions, IReadOnlyList<SpokenLine> spoken)
    {
        var gap = GapFrames / (double)time.Rate;
        List<TimedText> cues = [.. SpokenCues.Of(spoken, CueLimits.Subtitle, time.Rate, time.Seconds).Select(cue => new TimedText(cue.From, cue.To, cue.Text))];
        foreach (var caption in captions)
            AddShown(caption.From, caption.To, string.Join(" ", new[] { caption.Caption.Was, caption.Caption.Text }.OfType<string>()));
        if (time.HasCard && time.Order.Storyboard.EndCard is { } card)
        {
            string?[] parts = [card.Brand, card.Title, card.Price, card.Rating?.Text, card.CallToAction];
            AddShown(time.At(time.CardStart), time.Seconds, string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part))));
        }

        return [.. cues.OrderBy(cue => cue.From)];

        // In the longest time in which nothing is said, if that is long enough to be read.
        void AddShown(double from, double to, string text)
        {
            var free = (From: from, To: from);
            var since = from;
            foreach (var cue in cues.OrderBy(cue => cue.From).Append(new TimedText(to + gap, to + gap, "")))
            {
                var until = Math.Min(to, cue.From - gap);
                if (until - since > free.To - free.From)
                    free = (since, until);
                since = Math.Max(since, cue.To + gap);
            }

            if (free.To - free.From >= Math.Min(CueLimits.Subtitle.Seconds, to - from) - 1e-6)
                cues.AddRange(SpokenCues.Of([new SpokenLine(text, free.From, free.To, [])], CueLimits.Subtitle, time.Rate, free.To).Select(cue => new TimedText(cue.From, cue.To, cue.Text)));
        }
    }

    /// <summary>As WebVTT.</summary>
    public static string Vtt(IReadOnlyList<TimedText> cues)
    {
        var file = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
            file.Append(CultureInfo.InvariantCulture, $"\n{Clock(cue.From, '.')} --> {Clock(cue.To, '.')}\n{string.Join('\n', Lines(cue).Select(Escape))}\n");
        return file.ToString();
    }

    /// <summary>As SubRip, which knows no escapes: what could be a tag is set apart.</summary>
    public static string Srt(IReadOnlyList<TimedText> cues)
    {
        var file = new StringBuilder();
        foreach (var (cue, i) in cues.Select((cue, i) => (cue, i)))
            file.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? "\n" : "")}{i + 1}\n{Clock(cue.From, ',')} --> {Clock(cue.To, ',')}\n{string.Join('\n', Lines(cue).Select(Plain))}\n");
        return file.ToString();
    }

    private static IReadOnlyList<string> Lines(TimedText cue) => CueLimits.Subtitle.Broken(AssText.Clean(cue.Text));

    private static string Clock(double seconds, char point) =>
        TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)).ToString($@"hh\:mm\:ss\{point}fff", CultureInfo.InvariantCulture);

    private static string Escape(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Plain(string words) => words.Replace('<', '\u2039').Replace('>', '\u203a').Replace("{\\", "{ \\", StringComparison.Ordinal);
}
