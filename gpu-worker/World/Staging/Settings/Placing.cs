using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Puts scenery on the stage.</summary>
internal static class Placing
{
    /// <summary>Stands where light and shadow of the subject reach it.</summary>
    /// <param name="parts">Meshes with their materials.</param>
    /// <param name="place">Where its origin goes, in metres.</param>
    /// <param name="yaw">Turn about the vertical in degrees, counter-clockwise from above.</param>
    public static IEnumerable<Fixture> Near(this IReadOnlyList<(Mesh Mesh, Material Material)> parts, Vector3 place, float yaw = 0) =>
        Fixtures(parts, place, yaw, scenery: false);

    /// <summary>Stands in the distance: it is lit as the subject is, but neither casts nor takes shadows.</summary>
    /// <param name="parts">Meshes with their materials.</param>
    /// <param name="place">Where its origin goes, in metres.</param>
    /// <param name="yaw">Turn about the vertical in degrees, counter-clockwise from above.</param>
    public static IEnumerable<Fixture> Far(this IReadOnlyList<(Mesh Mesh, Material Material)> parts, Vector3 place, float yaw = 0) =>
        Fixtures(parts, place, yaw, scenery: true);

    private static IEnumerable<Fixture> Fixtures(IReadOnlyList<(Mesh Mesh, Material Material)> parts, Vector3 place, float yaw, bool scenery)
    {
        var turn = Quaternion.CreateFromAxisAngle(Vector3.UnitY, yaw * MathF.PI / 180);
        return parts.Select(part => new Fixture(new Instance(part.Mesh, part.Material) { Scenery = scenery, Shadow = !scenery }, new Pose(place, turn)));
    }
}
