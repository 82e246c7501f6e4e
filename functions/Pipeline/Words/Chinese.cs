using System.Collections.Frozen;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Words;

/// <summary>Chinese characters: which they are, and their simplified forms.</summary>
internal static class Chinese
{
    private static readonly FrozenDictionary<char, char> _simplified =
        EmbeddedTable.Rows("Words.Data.simplified.tsv")
            .SelectMany(row => row[0].Zip(row[1]))
            .DistinctBy(pair => pair.First)
            .ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Whether a character is a Chinese one.</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    /// <summary>The simplified form of a traditional character; any other character as it is.</summary>
    public static char Simplified(char c) => _simplified.GetValueOrDefault(c, c);

    /// <summary>Whether a character is only written in traditional Chinese.</summary>
    public static bool IsTraditional(char c) => _simplified.ContainsKey(c);
}
