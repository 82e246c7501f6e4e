using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>How a picture is put on a mesh.</summary>
/// <param name="Set">Number of the texture coordinates.</param>
/// <param name="Transform">What KHR_texture_transform does to them.</param>
internal readonly record struct Mapping(int Set, Matrix3x2 Transform)
{
    /// <summary>The first coordinates as they are.</summary>
    public static Mapping Plain => new(0, Matrix3x2.Identity);

    /// <summary>Of a reference to a texture.</summary>
    public static Mapping Of(Place reference)
    {
        var set = (int)reference.Whole("texCoord", 0, 0, 15);
        if (reference.Extension("KHR_texture_transform") is not { } change)
        {
            return new(set, Matrix3x2.Identity);
        }

        var offset = change.Numbers("offset", 2) ?? [0, 0];
        var scale = change.Numbers("scale", 2) ?? [1, 1];
        var (sine, cosine) = MathF.SinCos(change.Number("rotation", 0));

        // Scaled, then turned (counter-clockwise with v growing downwards), then moved, for vectors in rows.
        return new(
            (int)change.Whole("texCoord", set, 0, 15),
            Matrix3x2.CreateScale(scale[0], scale[1]) * new Matrix3x2(cosine, -sine, sine, cosine, offset[0], offset[1]));
    }
}
