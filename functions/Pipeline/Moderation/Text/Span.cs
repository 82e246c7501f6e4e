using System.Text;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>A stretch of folded text that can be read in other ways.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Readings">At least one other reading, the likeliest first.</param>
internal sealed record Span(int Start, int End, IReadOnlyList<string> Readings)
{
    /// <summary>The text with the n-th reading of every span in its place. Spans are in order and don't overlap.</summary>
    public static string Replace(string folded, IReadOnlyList<Span> spans, int n)
    {
        var replaced = new StringBuilder(folded.Length);
        var at = 0;
        foreach (var span in spans)
        {
            replaced.Append(folded, at, span.Start - at).Append(span.Readings[n % span.Readings.Count]);
            at = span.End;
        }

        return replaced.Append(folded, at, folded.Length - at).ToString();
    }
}
