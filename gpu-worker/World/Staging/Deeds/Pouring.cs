using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Pour;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Effects;
using SoraFunctions.World.Staging.Forms;
using Stream = SoraFunctions.World.Physics.Pour.Stream;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>Liquid is poured into the first subject when it is a glass or a cup, over it when it is anything else.</summary>
internal static class Pouring
{
    private const double Filled = 0.72;
    private static readonly Material _water = new() { Colour = new(0.86f, 0.95f, 0.97f), Roughness = 0.03f, Transmission = 0.93f, RefractiveIndex = 1.33f };

    /// <summary>Pours.</summary>
    public static Plan Of(Scene scene)
    {
        var vessel = VesselOf(scene.Lead);
        var (piece, liquid) = Emptied(scene.Lead);
        double from = 0.12 * scene.Seconds, until = 0.72 * scene.Seconds;
        var volume = vessel is null ? 2.2e-4 * (until - from) : Filled * vessel.Capacity;
        var target = vessel is null ? piece.Size.Y : vessel.Foot.Y + (0.3 * vessel.Height);
        var stream = Falling(scene, target, volume / (until - from), from, until);
        var standing = Mark.Standing(piece, 0, 0, piece.BestYaw);
        return new(standing)
        {
            Effects = _ => [new Poured(new LiquidPour(stream, vessel, 0, vessel is null ? standing.Body(0) : null, 0, scene.Seed), liquid)],
        };
    }

    // A little sideways from above the picture, as from a jug, and so that it comes down in the middle.
    private static Stream Falling(Scene scene, double target, double rate, double from, double until)
    {
        var spout = (1.05 * scene.View.Top) + (0.1 * scene.View.Size.Y);
        var velocity = new Vector3d(-0.16, -0.25, 0) * Math.Sqrt(scene.View.Size.Y / 0.15);
        var fall = (velocity.Y + Math.Sqrt((velocity.Y * velocity.Y) + (2 * Scene.Gravity * (spout - target)))) / Scene.Gravity;
        return new(new(-velocity.X * fall, spout, 0), velocity, rate, from, until);
    }

    // The forms of glass and cup know their hollows; nothing else can be filled.
    private static Vessel? VesselOf(Piece piece)
    {
        double h = piece.Size.Y;
        return piece.Subject.Form switch
        {
            Form.DrinkingGlass => new(new(0, 0.095 * h, 0), [(0.255 * h, 0), (0.285 * h, 0.5 * h), (0.315 * h, 0.9 * h)]),
            Form.Cup => Bowl(piece),
            _ => null,
        };
    }

    private static Vessel Bowl(Piece piece)
    {
        // As Round.Cup draws it.
        double h = piece.Size.Y, r = 0.52 * h, foot = 0.62 * r * 1.04, wall = 0.075 * r;
        return new(new(0, 0.105 * h, 0), Enumerable.Range(0, 12).Select(i =>
        {
            var t = i / 11.0;
            return (foot + ((r - foot) * Math.Sin(t * Math.PI / 2) * (0.7 + (0.3 * t))) - wall, 0.88 * h * t);
        }));
    }

    // A glass comes filled; here it is filled by what is poured, of the same drink.
    private static (Piece Piece, Material Liquid) Emptied(Piece piece) =>
        piece.Subject.Form == Form.DrinkingGlass && piece.Parts.Count > 1
            ? (piece with { Parts = [piece.Parts[0], .. piece.Parts.Skip(2)] }, piece.Parts[1].Material)
            : (piece, piece.Subject.Form == Form.Cup ? _water with { Colour = new(0.28f, 0.13f, 0.05f), Transmission = 0.4f } : _water);
}
