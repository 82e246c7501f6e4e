using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Effects;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>
/// The others circle round the first subject, drawn to it by a force that falls with the square of the distance, so that near ones are
/// quicker than far ones (Kepler's third law). Nothing but that force moves them.
/// </summary>
internal static class Orbiting
{
    // Of the innermost, in seconds: slow enough to be looked at.
    private const double Period = 4.2;

    /// <summary>Sets the others on their way, each on a circle of its own.</summary>
    public static Plan Of(Scene scene)
    {
        var piece = scene.Lead;
        var height = 0.5 * piece.Size.Y;
        var inner = 1.25 * piece.Footprint + scene.Others.Select(other => other.Footprint).DefaultIfEmpty().Max();
        var outer = Math.Max(inner, 0.8 * scene.View.HalfWidth);
        var strength = Math.Pow(Math.Tau / Period, 2) * inner * inner * inner;
        var middle = new Vector3d(0, height, 0);
        var marks = scene.Others.Select((other, i) =>
        {
            var radius = inner + ((outer - inner) * (i + 0.5) / scene.Others.Count);
            var plane = Rotation.About(Vector3d.UnitY, scene.Between(0, Math.Tau)) * Rotation.About(new(1, 0, 0), scene.Between(-0.3, 0.3));
            var phase = (i * 2.4) + scene.Between(-0.2, 0.2);
            var (sine, cosine) = Math.SinCos(phase);
            return new Mark(other, middle + plane.Turn(new(radius * cosine, 0, radius * sine)))
            {
                Velocity = plane.Turn(new Vector3d(-sine, 0, cosine)) * Math.Sqrt(strength / radius),
                AngularVelocity = new(0, scene.Between(-1, 1), scene.Between(-0.5, 0.5)),
            };
        }).ToList();
        return new(Mark.Standing(piece, 0, 0, piece.BestYaw))
        {
            Others = marks,
            Effects = _ => [new Attraction(middle, strength, [.. Enumerable.Range(1, marks.Count)])],
        };
    }
}
