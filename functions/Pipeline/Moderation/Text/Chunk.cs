using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>A run of characters between white space and Chinese characters, as written.</summary>
/// <param name="Text">The run, at least one character.</param>
/// <param name="Start">Where it begins in the folded text.</param>
internal readonly record struct Chunk(string Text, int Start)
{
    /// <summary>The chunks of a folded text, in order.</summary>
    public static IReadOnlyList<Chunk> Split(string folded)
    {
        var chunks = new List<Chunk>();
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && !char.IsWhiteSpace(folded[i]) && !Chinese.IsHan(folded[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                chunks.Add(new Chunk(folded[start..i], start));
                start = -1;
            }
        }

        return chunks;
    }

    /// <summary>One past its last character in the folded text.</summary>
    public int End => Start + Text.Length;

    /// <summary>How many characters it has.</summary>
    public int Length => Text.Length;
}
