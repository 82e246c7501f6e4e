using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>Where products of a kind are usually shown, as the table products.tsv says.</summary>
internal static class ProductStyle
{
    private static readonly Dictionary<string, Setting[]> _all = EmbeddedTable.Rows("Storyboards.Data.products.tsv")
        .ToDictionary(row => row[0], row => row[1].Split(' ').Select(Kebab.Parse<Setting>).ToArray());

    /// <summary>Fitting places, at least one: those that suit both the product and the mood, else the product's, else the mood's.</summary>
    /// <param name="thing">What the vocabulary calls the product; null when it doesn't know.</param>
    /// <param name="mood">How the mood looks.</param>
    /// <param name="deed">What the brief wants to happen first; null for nothing.</param>
    public static IReadOnlyList<Setting> Settings(string? thing, MoodStyle mood, Deed? deed)
    {
        if (DeedStyle.Of(deed).Settings.Where(mood.Settings.Contains).Take(1).ToArray() is { Length: > 0 } fitting)
        {
            return fitting;
        }

        if (thing is null || !_all.TryGetValue(thing, out var usual))
        {
            return mood.Settings;
        }

        Setting[] both = [.. usual.Where(mood.Settings.Contains)];
        return both.Length > 0 ? both : usual;
    }
}
