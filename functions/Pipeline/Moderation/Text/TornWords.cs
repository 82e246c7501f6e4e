using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>
/// Words that are looked for in two pieces: "mur der". Pieces that are both words of their own are left apart: "pen is".
/// </summary>
/// <param name="words">The words, in plain letters; those outside <see cref="Shortest"/> and <see cref="Longest"/> are passed over.</param>
internal sealed class TornWords(IEnumerable<string> words)
{
    /// <summary>Fewest letters of both pieces.</summary>
    public const int Shortest = 4;

    /// <summary>Most letters of both pieces.</summary>
    public const int Longest = 16;

    private static readonly HashSet<string> _common = [.. EmbeddedTable.Rows("Moderation.Data.common-words.tsv").SelectMany(row => row[0].Split(' '))];

    private readonly HashSet<string> _words = [.. words.Where(word => word.Length is >= Shortest and <= Longest)];

    /// <summary>None.</summary>
    public static TornWords None { get; } = new([]);

    /// <summary>Whether the two pieces make a listed word.</summary>
    /// <param name="left">The first piece, in letters of any case.</param>
    /// <param name="right">The second.</param>
    public bool Has(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (_words.Count == 0 || left.Length + right.Length > Longest)
        {
            return false;
        }

        System.Span<char> both = stackalloc char[Longest];
        left.ToLowerInvariant(both);
        right.ToLowerInvariant(both[left.Length..]);
        var first = both[..left.Length];
        var second = both[left.Length..(left.Length + right.Length)];
        var common = _common.GetAlternateLookup<ReadOnlySpan<char>>();
        return _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(both[..(left.Length + right.Length)])
            && !(common.Contains(first) && common.Contains(second));
    }
}
