using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>What a shot is for and how it is usually filmed, as the tables roles.tsv and plans.tsv say.</summary>
/// <param name="Name">Also the id of the shot.</param>
/// <param name="Deed">Which deed it shows: asked, moment, moment2, hero or show.</param>
/// <param name="Camera">Its camera, the first of <paramref name="Moves"/>.</param>
/// <param name="Moves">Fitting moves.</param>
/// <param name="Weight">Its share of the length.</param>
/// <param name="Light">How it is lit where nobody says otherwise; null as the mood has it.</param>
/// <param name="Air">What is in the air where nobody says otherwise; null as the setting has it.</param>
/// <param name="Words">What it shows in words: before, after, rating, price, step, a number; empty for what the product says.</param>
internal sealed record Role(
    string Name, string Deed, Camera Camera, IReadOnlyList<CameraMove> Moves, double Weight, Light? Light, Atmosphere? Air, string Words)
{
    private static readonly Dictionary<string, Role> _roles = EmbeddedTable.Rows("Storyboards.Data.roles.tsv").ToDictionary(row => row[0], Read);
    /// <summary>The longest plan that is written out. Longer ones go round among the roles of the row <c>more</c> before they end.</summary>
    private const int Written = 6;

    private static readonly Dictionary<(string, string), Role[]> _plans = EmbeddedTable.Rows("Storyboards.Data.plans.tsv").ToDictionary(
        row => (row[0], row[1]),
        row => row[2].Split(' ').Select(name => _roles[name]).ToArray());

    /// <summary>The roles of a plan in order, each under a name of its own.</summary>
    /// <param name="plan"><c>ad</c> or <c>scene</c>.</param>
    /// <param name="count">How many shots, 1 to 24.</param>
    public static IReadOnlyList<Role> Plan(string plan, int count)
    {
        var roles = _plans[(plan, Math.Min(count, Written).ToString(CultureInfo.InvariantCulture))];
        return count <= Written ? roles : Longer(roles, plan, count);
    }

    /// <summary>The role of a name.</summary>
    public static Role Named(string name) => _roles[name];

    /// <summary>More shots than a plan has: the roles of its row <c>more</c> go round before the last one.</summary>
    /// <param name="roles">The plan.</param>
    /// <param name="plan"><c>ad</c> or <c>scene</c>.</param>
    /// <param name="count">How many shots, more than there are roles.</param>
    public static IReadOnlyList<Role> Longer(IReadOnlyList<Role> roles, string plan, int count)
    {
        var more = _plans[(plan, "more")];
        var times = new Dictionary<string, int>();
        return
        [
            .. roles.SkipLast(1).Concat(Enumerable.Range(0, count - roles.Count).Select(i => more[i % more.Length])).Append(roles[^1]).Select(role =>
            {
                times[role.Name] = times.GetValueOrDefault(role.Name) + 1;
                return times[role.Name] == 1 ? role : role with { Name = $"{role.Name}-{times[role.Name]}" };
            }),
        ];
    }

    private static Role Read(string[] row)
    {
        CameraMove[] moves = [.. row[3].Split(' ').Select(Kebab.Parse<CameraMove>)];
        return new Role(
            row[0],
            row[1],
            new Camera
            {
                Move = moves[0],
                Framing = Kebab.Parse<Framing>(row[2]),
                Lens = Number(row[4]),
                Elevation = Number(row[5]),
                Aperture = Number(row[6]),
            },
            moves,
            Number(row[7]),
            row[8].Length == 0 ? null : Kebab.Parse<Light>(row[8]),
            row[9].Length == 0 ? null : Kebab.Parse<Atmosphere>(row[9]),
            row[10]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
