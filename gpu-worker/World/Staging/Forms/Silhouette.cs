using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>
/// A body whose levels are as wide as the picture's outline, row by row, with the picture projected onto its front from straight ahead:
/// seen from the front it is the picture, pixel for pixel; from behind it shows the picture again.
/// </summary>
internal static class Silhouette
{
    private const int Rows = 72;

    /// <summary>Draws the body.</summary>
    /// <param name="picture">An outlined picture.</param>
    /// <param name="height">In metres.</param>
    /// <param name="material">Its surface; the picture is put on it.</param>
    public static Draft Make(ProductPicture picture, double height, Material material)
    {
        var texture = picture.Texture;
        var metres = height / texture.Height;
        var levels = Levels(texture, metres);
        var width = (float)(texture.Width * metres);
        Vector2 Coordinate(float x, Level level, bool front)
        {
            // Drawn in by a little, so that the rim takes the product's colour and not that of the antialiased edge.
            var inset = level.Middle + ((x - level.Middle) * 0.985f);
            var across = (inset / width) + 0.5f;
            return new(front ? across : 1 - across, Math.Clamp(1 - (level.Y / (float)height), 0.004f, 0.996f));
        }

        var builder = new MeshBuilder();
        const float half = MathF.PI / 2;
        Loft.Sector(builder, levels, -half, half, (angle, level) => Coordinate(level.Middle + (level.Radius * MathF.Sin(angle)), level, true));
        var mirrored = levels.Select(level => level.Middle).ToArray();
        Loft.Sector(builder, levels, half, 3 * half, (angle, level) => Coordinate(level.Middle + (level.Radius * MathF.Sin(angle)), level, false));
        var axis = levels.Sum(level => level.Middle * level.Radius) / levels.Sum(level => level.Radius);
        var wide = levels.Max(level => level.Radius);
        return new(
            [(builder.Build(), material with { Picture = texture })],
            centre => Round.Lathe(levels.Select(level => ((double)level.Radius, (double)level.Y)), 0.002, centre),
            new(2 * wide, (float)height, 2 * wide))
        {
            Rolling = mirrored.All(middle => Math.Abs(middle - axis) < 0.08f * wide) ? Rolling.OnMantle : Rolling.Never,
            HasFace = true,
        };
    }

    private static List<Level> Levels(Texture texture, double metres)
    {
        var rows = new Rows(texture);
        List<Level> levels = [];
        for (var i = 0; i <= Rows; i++)
        {
            // Closer together at both ends, where outlines turn sharply.
            var t = 0.5 - (0.5 * Math.Cos(Math.PI * i / Rows));
            var row = (1 - t) * (texture.Height - 1);
            var (left, right) = rows.At(row);
            levels.Add(new(
                (float)((right - left) / 2 * metres),
                (float)(t * texture.Height * metres),
                (float)((((left + right) / 2) - (texture.Width / 2.0)) * metres)));
        }

        return [levels[0] with { Radius = 0 }, .. levels, levels[^1] with { Radius = 0 }];
    }
}
