using SoraFunctions.Pipeline.Storyboards.Captions;

namespace SoraFunctions.Pipeline.Videos.Captions;

/// <summary>Cuts words into cues of at most two lines, 42 letters or 16 wide characters each, and shares out the time that there is for them.</summary>
internal static class CaptionBreaks
{
    private const int Letters = 42;
    private const int WideCharacters = 16;
    private const int Lines = 2;

    /// <summary>The cues, in order.</summary>
    /// <param name="text">The words.</param>
    /// <param name="from">Since when.</param>
    /// <param name="to">Until when.</param>
    public static IEnumerable<CaptionCue> Of(string text, TimeSpan from, TimeSpan to)
    {
        var lines = Broken(text, text.Any(Reading.IsWide) ? WideCharacters : Letters);
        var (whole, passed) = (Math.Max(1, lines.Sum(line => line.Length)), 0);
        foreach (var cue in lines.Chunk(Lines))
        {
            var begins = from + ((to - from) * passed / whole);
            passed += cue.Sum(line => line.Length);
            yield return new CaptionCue(begins, from + ((to - from) * passed / whole), string.Join('\n', cue));
        }
    }

    private static List<string> Broken(string text, int most)
    {
        var lines = new List<string>();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var end = rest.Length <= most ? rest.Length : rest.LastIndexOf(' ', most) is > 0 and var blank ? blank : most;
            end -= end < rest.Length && char.IsLowSurrogate(rest[end]) ? 1 : 0;
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        return lines;
    }
}
