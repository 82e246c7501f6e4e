using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>How a mood looks and moves, as the table moods.tsv says.</summary>
/// <param name="Primary">Colour of backdrops.</param>
/// <param name="Accent">Colour of accents.</param>
/// <param name="Lights">Fitting lights, the best first.</param>
/// <param name="Settings">Fitting places for a product.</param>
/// <param name="Moments">Fitting deeds, the best first.</param>
/// <param name="Transition">How shots follow each other.</param>
/// <param name="TransitionSeconds">For how long.</param>
/// <param name="MoreShots">Shots more or fewer than usual.</param>
internal sealed record MoodStyle(
    string Primary,
    string Accent,
    IReadOnlyList<Light> Lights,
    IReadOnlyList<Setting> Settings,
    IReadOnlyList<Deed> Moments,
    TransitionKind Transition,
    decimal TransitionSeconds,
    int MoreShots)
{
    private static readonly Dictionary<Mood, MoodStyle> _all = EmbeddedTable.Rows("Storyboards.Data.moods.tsv").ToDictionary(
        row => Kebab.Parse<Mood>(row[0]),
        row => new MoodStyle(
            row[1],
            row[2],
            [.. row[3].Split(' ').Select(Kebab.Parse<Light>)],
            [.. row[4].Split(' ').Select(Kebab.Parse<Setting>)],
            [.. row[5].Split(' ').Select(Kebab.Parse<Deed>)],
            Kebab.Parse<TransitionKind>(row[6]),
            decimal.Parse(row[7], CultureInfo.InvariantCulture),
            int.Parse(row[8], CultureInfo.InvariantCulture)));

    /// <summary>The style of a mood.</summary>
    public static MoodStyle Of(Mood mood) => _all[mood];
}
