using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Fracture;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Effects;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>Something falls and breaks: the first subject, or the second where the first is a product.</summary>
internal static class Shattering
{
    private const double Wall = 0.055;

    /// <summary>Lets it fall from high enough.</summary>
    public static Plan Of(Scene scene)
    {
        var product = scene.Lead.Subject is { Picture: not null } or { Model: not null };
        if (product && scene.Others.Count == 0)
        {
            return new(Mark.Standing(scene.Lead, 0, 0, scene.Lead.BestYaw));
        }

        var (whole, fragments) = Broken(product ? scene.Others[0] : scene.Lead, scene.Seed);
        var brittleness = BrittlenessOf(whole.Subject.Matter);
        var height = Math.Max(scene.View.Top + (0.1 * whole.Size.Y), 1.5 * brittleness.Speed * brittleness.Speed / (2 * Scene.Gravity));
        var aside = product ? (0.5 * scene.Lead.Size.X) + (1.1 * whole.Footprint) : 0;
        var falling = new Mark(whole, new(aside, whole.Rest + height, product ? 0.2 * whole.Footprint : 0))
        {
            Orientation = Rotation.About(new Vector3d(0.3, 0, 1).Unit(), scene.Between(0.25, 0.5)),
            AngularVelocity = new(scene.Between(-0.5, 0.5), 0, scene.Between(-0.5, 0.5)),
            Release = 0.12 * scene.Seconds,
        };
        var inside = Pieces.Inside(whole.Subject.Matter, whole.Parts[0].Material);
        List<Mark> pieces = [.. fragments.Select((fragment, i) => new Mark(Pieces.Of(fragment, whole, i + 1, inside), default) { Present = false })];
        var first = product ? 2 : 1;
        return new(product ? Mark.Standing(scene.Lead, 0, 0, scene.Lead.BestYaw) : falling)
        {
            Others = product ? [falling, .. pieces] : pieces,
            Effects = _ => [new Breaking(first - 1, first, [.. fragments.Select(fragment => fragment.Offset)], brittleness, scene.Seed)],
        };
    }

    private static Brittleness BrittlenessOf(Matter matter) => matter switch
    {
        Matter.Glass => Brittleness.Glass,
        Matter.Ice => Brittleness.Ice,
        _ => Brittleness.Ceramic,
    };

    // What is solid breaks into lumps; all else is a vessel with a wall, drawn anew from its outline so that its sherds fit.
    private static (Piece Whole, IReadOnlyList<Fragment> Fragments) Broken(Piece piece, long seed)
    {
        var matter = Matters.Of(piece.Subject.Matter);
        var brittleness = BrittlenessOf(piece.Subject.Matter);
        if (piece.Subject.Form is Form.IceCube or Form.Cube or Form.Ball or Form.Pebble || piece.Subject.Matter is Matter.Ice or Matter.Stone)
        {
            var struck = new Vector3d(0.1 * piece.Size.X, -0.9 * piece.Rest, 0);
            return (piece, Solid.Break([.. piece.Parts.Select(part => part.Mesh)], matter.Density, struck, brittleness.Pieces, seed));
        }

        double h = piece.Size.Y, r = 0.5 * Math.Min(piece.Size.X, piece.Size.Z);
        var outline = piece.Subject.Form == Form.Cup ? Bowl(r, h) : Vase(r, h);
        var shell = new Shell(outline, Wall * r);
        var draft = new Draft(
            [(shell.Mesh, piece.Parts[0].Material)],
            centre => Round.Lathe(outline.Skip(1).Select(level => (level.Radius, level.Y)), 0.001, centre),
            new(2 * (float)outline.Max(level => level.Radius), (float)h, 2 * (float)outline.Max(level => level.Radius)));
        var whole = Piece.Of(piece.Subject, draft, matter with { Density = SolidDensity(piece.Subject.Matter) });
        var centre = new Vector3d(0, whole.Rest, 0);
        var fragments = shell.Break(SolidDensity(piece.Subject.Matter), new(0.6 * r, 0.02 * h, 0), brittleness.Pieces, seed);
        return (whole, [.. fragments.Select(fragment => fragment with { Offset = fragment.Offset - centre })]);
    }

    // Of the matter itself, in kg/m3: the wall is drawn as thick as it is.
    private static double SolidDensity(Matter matter) => matter == Matter.Glass ? 2500 : 2300;

    private static List<(double Radius, double Y)> Bowl(double r, double h) =>
        [(0, 0), (0.6 * r, 0), .. Enumerable.Range(1, 10).Select(i => (r * (0.6 + (0.4 * Math.Sin(i / 10.0 * Math.PI / 2))), h * i / 10))];

    private static List<(double Radius, double Y)> Vase(double r, double h) =>
    [
        (0, 0), (0.55 * r, 0),
        .. Enumerable.Range(1, 14).Select(i => (r * (0.55 + (0.45 * Math.Sin(Math.PI * Math.Min(1, i / 14.0 * 1.25))) - (0.12 * Math.Max(0, (i / 14.0) - 0.8) / 0.2)), h * i / 14)),
    ];
}
