using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>What a season or an audience suggests where the order leaves it open, as the table occasion-styles.tsv says.</summary>
/// <param name="Mood">The feeling; null for any.</param>
/// <param name="Settings">Fitting places, the best first; may be empty.</param>
/// <param name="Light">How it is lit; null as the mood has it.</param>
/// <param name="Pace">Less than zero for slow, more for fast.</param>
/// <param name="Colours">Of backdrops and of accents; null as the mood has them.</param>
internal sealed record OccasionStyle(Mood? Mood, IReadOnlyList<Setting> Settings, Light? Light, int Pace, (string Primary, string Accent)? Colours)
{
    private static readonly Dictionary<string, OccasionStyle> _all = EmbeddedTable.Rows("Storyboards.Data.occasion-styles.tsv").ToDictionary(
        row => row[0],
        row => new OccasionStyle(
            row[1].Length == 0 ? null : Kebab.Parse<Mood>(row[1]),
            [.. row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Kebab.Parse<Setting>)],
            row[3].Length == 0 ? null : Kebab.Parse<Light>(row[3]),
            int.Parse(row[4], CultureInfo.InvariantCulture),
            row[5].Length == 0 ? null : (row[5], row[6])));

    /// <summary>What season and audience of a brief suggest together, the season before the audience; null for neither.</summary>
    public static OccasionStyle? Of(Brief brief) => (Named(brief.Season), Named(brief.Audience)) switch
    {
        (null, var audience) => audience,
        (var season, null) => season,
        var (season, audience) => new OccasionStyle(
            season.Mood ?? audience.Mood,
            season.Settings.Count > 0 ? season.Settings : audience.Settings,
            season.Light ?? audience.Light,
            audience.Pace != 0 ? audience.Pace : season.Pace,
            season.Colours ?? audience.Colours),
    };

    private static OccasionStyle? Named(string? name) => name is null ? null : _all[name];
}
