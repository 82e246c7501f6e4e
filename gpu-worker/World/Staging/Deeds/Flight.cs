using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>The first subject comes flying past the others in a flat arc, and comes down and to rest in the middle.</summary>
internal static class Flight
{
    // How high it starts, in parts of its height, and how much of its way it slides; the boldest first.
    private static readonly (double Height, double Slides)[] _ways = [(1.1, 0.3), (0.7, 0.25), (0.4, 0.2), (0.2, 0.2), (0.1, 0.25)];

    /// <summary>Ways to throw it in.</summary>
    public static IEnumerable<Plan> Of(Scene scene)
    {
        var piece = scene.Lead;
        var surface = Matters.Of(piece.Subject.Matter).Surface;
        var way = scene.Offstage(piece.Size.X);
        var steady = 0.4 * 0.5 * Math.Min(piece.Size.X, piece.Size.Z) / piece.Rest;
        foreach (var (part, slides) in _ways)
        {
            // Friction uses up what speed the landing leaves over the last of the way; the throw upwards follows from how long the rest takes.
            double height = part * piece.Size.Y, flown = (1 - slides) * way;
            var fastest = flown / Math.Sqrt(2 * height / Scene.Gravity);
            var friction = Math.Min(fastest * fastest / (2 * Scene.Gravity * slides * way), steady);
            var left = Math.Sqrt(2 * friction * Scene.Gravity * slides * way);
            var (speed, rise) = Thrown(left, friction, flown, height);
            yield return new(new Mark(piece, new(-way, piece.Rest + height, 0))
            {
                Velocity = new(speed, rise, 0),
                Surface = surface with { Friction = friction * friction / scene.Ground.Friction, Rolling = 0, Restitution = 0, Softness = 1000 },
                Release = 0.05,
            }) { EndsUpright = true };
        }
    }

    // The landing's own friction takes part of the speed: as much as it is times the speed of the fall.
    private static (double Speed, double Rise) Thrown(double left, double friction, double way, double height)
    {
        double speed = left, rise = 0;
        for (var i = 0; i < 12; i++)
        {
            var flight = way / speed;
            rise = (0.5 * Scene.Gravity * flight) - (height / flight);
            speed = left + (friction * ((Scene.Gravity * flight) - rise));
        }

        return (speed, rise);
    }
}
