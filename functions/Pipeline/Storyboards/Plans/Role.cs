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
    private static readonly Dictionary<(string, int), Role[]> _plans = EmbeddedTable.Rows("Storyboards.Data.plans.tsv").ToDictionary(
        row => (row[0], int.Parse(row[1], CultureInfo.InvariantCulture)),
        row => row[2].Split(' ').Select(name => _roles[name]).ToArray());

    /// <summary>The roles of a plan in order.</summary>
    /// <param name="plan"><c>ad</c> or <c>scene</c>.</param>
    /// <param name="count">How many shots, 1 to 6.</param>
    public static IReadOnlyList<Role> Plan(string plan, int count) => _plans[(plan, count)];

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
