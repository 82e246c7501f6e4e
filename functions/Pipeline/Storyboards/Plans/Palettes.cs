using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>Colours of the variants of a storyboard, as the table palettes.tsv says.</summary>
internal static class Palettes
{
    private static readonly (string Primary, string Accent)[] _all = [.. EmbeddedTable.Rows("Storyboards.Data.palettes.tsv").Select(row => (row[0], row[1]))];

    /// <summary>Colours of backdrop and accents.</summary>
    /// <param name="variant">1 or more; they come round again.</param>
    public static (string Primary, string Accent) Of(int variant) => _all[(variant - 1) % _all.Length];
}
