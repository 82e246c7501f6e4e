using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>Whom the known characters and works belong to, and where to ask for a licence.</summary>
internal static class RightsHolders
{
    private static readonly (string Holder, string Ask, string[] Works)[] _all =
        [.. EmbeddedTable.Rows("Moderation.Data.rights-holders.tsv").Select(row => (row[0], row[1], row[2].Split(',')))];

    /// <summary>Who has the rights in what a term names, and where to ask; null where that is not known here.</summary>
    /// <param name="words">A term of the lists.</param>
    public static (string Holder, string Ask)? Of(string words)
    {
        foreach (var (holder, ask, works) in _all)
        {
            if (Array.Exists(works, work => words.Contains(work, StringComparison.OrdinalIgnoreCase)))
            {
                return (holder, ask);
            }
        }

        return null;
    }
}
