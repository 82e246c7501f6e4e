using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Forms with six faces and softened edges: carton, cube, slab.</summary>
internal static class Blocky
{
    private const int Corner = 5;

    /// <summary>Draws a block.</summary>
    /// <param name="size">Outer edge lengths in metres.</param>
    /// <param name="rounding">Radius of the edges.</param>
    /// <param name="face">Material of the front and the back, and of all sides when <paramref name="sides"/> is null.</param>
    /// <param name="sides">Material of the other faces.</param>
    public static Draft Make(Vector3 size, float rounding, Material face, Material? sides)
    {
        var front = new MeshBuilder();
        var others = sides is null ? front : new MeshBuilder();
        var place = Matrix4x4.CreateTranslation(0, size.Y / 2, 0);
        Face(front, Vector3.UnitX, Vector3.UnitY);
        Face(front, -Vector3.UnitX, Vector3.UnitY);
        Face(others, -Vector3.UnitZ, Vector3.UnitY);
        Face(others, Vector3.UnitZ, Vector3.UnitY);
        Face(others, Vector3.UnitX, -Vector3.UnitZ);
        Face(others, Vector3.UnitX, Vector3.UnitZ);
        var outer = Vector3d.From(size);
        return new(
            sides is null ? [(front.Build(), face)] : [(front.Build(), face), (others.Build(), sides)],
            _ => Hull.Block(outer, Math.Min(rounding, 0.3 * Math.Min(size.X, Math.Min(size.Y, size.Z)))),
            size) { HasFace = face.Picture is not null };

        void Face(MeshBuilder builder, Vector3 right, Vector3 up) =>
            Beam.Face(builder, place, size, rounding, right, up, Corner, at => new(at.X, 1 - at.Y));
    }
}
