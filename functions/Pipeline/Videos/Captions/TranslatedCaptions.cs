using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Videos.Captions;

/// <summary>The captions of a cut in another language, at the times of its own.</summary>
internal static class TranslatedCaptions
{
    /// <summary>Cues that one text is spread over at most.</summary>
    private const int MostCues = 12;

    /// <summary>The track, and how many of the cut's texts it leaves out because the shop has not translated them. No track where nothing would be in it.</summary>
    /// <param name="track">The cut's own track, WebVTT.</param>
    /// <param name="board">The storyboard as it was cut.</param>
    /// <param name="request">The order, which has a product.</param>
    /// <param name="other">The product in the other language.</param>
    public static (string? Track, int LeftOut) Of(string track, Storyboard board, VideoRequest request, ProductTranslation other)
    {
        var words = new ShopWords(request.Product!, board.Language, other, request.Brand?.Name);
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (text, counterpart) in words.Of(board))
        {
            known.TryAdd(Key(text), counterpart);
        }

        var cues = CaptionTrack.Read(track);
        var told = new List<CaptionCue>();
        var left = 0;
        for (var i = 0; i < cues.Count;)
        {
            var (count, counterpart) = Match(cues, i, known);
            if (counterpart is null)
            {
                left++;
            }
            else
            {
                told.AddRange(CaptionBreaks.Of(counterpart, cues[i].From, cues[i + count - 1].To));
            }

            i += count;
        }

        return (told.Count == 0 ? null : CaptionTrack.Write(told), left);
    }

    /// <summary>How many cues from one on are one text, and its counterpart.</summary>
    private static (int Count, string? Counterpart) Match(IReadOnlyList<CaptionCue> cues, int from, Dictionary<string, string?> known)
    {
        var key = "";
        for (var count = 1; count <= MostCues && from + count <= cues.Count; count++)
        {
            key += Key(cues[from + count - 1].Text);
            if (known.TryGetValue(key, out var counterpart))
            {
                return (count, counterpart);
            }
        }

        return (1, null);
    }

    // Cues break lines and clean what can't be shown: what is left of a text in any case is what is neither blank nor invisible.
    private static string Key(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
}
