using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Fracture;
using SoraFunctions.World.Staging.Effects;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>The first subject comes together from its slices, which hover around its place, the lowest first.</summary>
internal static class Assembly
{
    private const int Slices = 7;

    /// <summary>Cuts it up and lets it come together.</summary>
    public static Plan Of(Scene scene)
    {
        var piece = scene.Lead;
        var standing = Mark.Standing(piece, 0, 0, piece.BestYaw);
        var fragments = Solid.Slice([.. piece.Parts.Select(part => part.Mesh)], Matters.Of(piece.Subject.Matter).Density, Slices);
        var inside = Pieces.Inside(piece.Subject.Matter, piece.Parts[0].Material);
        Vector3d[] homes = [.. fragments.Select(fragment => standing.Position + standing.Orientation.Turn(fragment.Offset))];
        var reach = Math.Min(0.75 * scene.View.HalfWidth, 2.2 * piece.Size.Y);
        var pieces = fragments.Select((fragment, i) =>
        {
            var (sine, cosine) = Math.SinCos((i * 2.4) + scene.Between(-0.3, 0.3));
            var place = new Vector3d(reach * cosine, (0.25 + (0.6 * scene.Random.NextDouble())) * scene.View.Top, 0.5 * reach * Math.Min(sine, 0.3));
            return new Mark(Pieces.Of(fragment, piece, i + 1, inside), place)
            {
                Orientation = Rotation.About(new Vector3d(scene.Between(-1, 1), scene.Between(-1, 1), scene.Between(-1, 1)).Unit(), scene.Between(0.5, 2)),
                AngularVelocity = new(scene.Between(-0.6, 0.6), scene.Between(-0.6, 0.6), scene.Between(-0.6, 0.6)),
            };
        }).ToList();

        // The last has settled a second and a half after it set out, and the finished thing is seen for a while.
        var last = Math.Max(0.3, scene.Seconds - 2.4);
        return new(standing with { Present = false })
        {
            Others = pieces,
            Effects = start => [new Gathering(1, homes, standing.Orientation, [.. fragments.Select((_, i) => start + 0.1 + ((last - 0.1) * i / Slices))], start + last + 1.5)],
        };
    }
}
