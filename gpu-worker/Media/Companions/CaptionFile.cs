using System.Globalization;
using System.Text;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Companions;

/// <summary>Writes what is shown and said as WebVTT (W3C).</summary>
internal static class CaptionFile
{
    public static string Write(Timeline time, IReadOnlyList<TimedCaption> captions, IReadOnlyList<SpokenLine> spoken)
    {
        var cues = captions.Select(caption => (caption.From, caption.To, Words: caption.Caption.Text))
            .Concat(spoken.Select(line => (line.From, line.To, line.Text)));
        if (time.HasCard && time.Order.Storyboard.EndCard is { } card)
        {
            string?[] parts = [card.Brand, card.Title, card.Price, card.CallToAction];
            cues = cues.Append((time.At(time.CardStart), time.Seconds, string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)))));
        }

        var file = new StringBuilder("WEBVTT\n");
        foreach (var (from, to, words) in cues.OrderBy(cue => cue.From).ThenBy(cue => cue.To))
            file.Append(CultureInfo.InvariantCulture, $"\n{Clock(from)} --> {Clock(to)}\n{Escape(AssText.Clean(words))}\n");
        return file.ToString();
    }

    private static string Clock(double seconds) => TimeSpan.FromMilliseconds(Math.Round(seconds * 1000)).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static string Escape(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
