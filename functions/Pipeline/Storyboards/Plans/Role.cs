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
internal sealed record Role(string Name, string Deed, Camera Camera, IReadOnlyList<CameraMove> Moves, double Weight)
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
        if (count <= Written)
        {
            return roles;
        }

        var more = _plans[(plan, "more")];
        var times = new Dictionary<string, int>();
        return
        [
            .. roles[..^1].Concat(Enumerable.Range(0, count - Written).Select(i => more[i % more.Length])).Append(roles[^1]).Select(role =>
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
            Number(row[7]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
