using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>A run of characters between white space and Chinese characters, as written.</summary>
/// <param name="Folded">The folded text that it is in.</param>
/// <param name="Start">Where it begins there.</param>
/// <param name="Length">How many characters it has; at least one.</param>
internal readonly record struct Chunk(string Folded, int Start, int Length)
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
                chunks.Add(new Chunk(folded, start, i - start));
                start = -1;
            }
        }

        return chunks;
    }

    /// <summary>One past its last character in the folded text.</summary>
    public int End => Start + Length;

    /// <summary>The run.</summary>
    public ReadOnlySpan<char> Text => Folded.AsSpan(Start, Length);

    /// <summary>Whether it is nothing but letters.</summary>
    public bool IsWord
    {
        get
        {
            foreach (var c in Text)
            {
                if (!char.IsLetter(c))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
