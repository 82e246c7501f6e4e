using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A bottle of our own outline, for subjects without a photo: body, neck and cap, and a label when there is one.</summary>
internal static class Flask
{
    /// <summary>Draws it.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="body">Surface of the body.</param>
    /// <param name="cap">Surface of the cap.</param>
    /// <param name="label">Surface of the label with its picture; null for none.</param>
    public static Draft Make(double height, Material body, Material cap, Material? label)
    {
        float h = (float)height, r = 0.19f * h, neck = 0.066f * h;
        float low = 0.08f * h, high = 0.55f * h;
        var glass = new MeshBuilder();
        List<Level> shoulder = [.. Enumerable.Range(0, 15).Select(i => Shoulder(i / 14f))];
        Level Shoulder(float t) => new(float.Lerp(r, neck, t * t * (3 - (2 * t))), float.Lerp(0.58f * h, 0.77f * h, t));
        List<Level> foot = Loft.Rounded([new(0, 0.012f * h), new(0.7f * r, 0.012f * h), new(0.78f * r, 0), new(r, 0), new(r, low)], 0.03f * h);
        List<(MeshBuilder, Material)> parts = [(glass, body)];
        if (label is null)
        {
            Loft.Plain(glass, [.. foot, .. shoulder, new(neck, 0.8f * h)]);
        }
        else
        {
            Loft.Plain(glass, foot);
            Loft.Plain(glass, [new(r, high), .. shoulder, new(neck, 0.8f * h)]);
            var paper = new MeshBuilder();
            Wrap.Draw(paper, [new(r, low), new(r, high)], label.Picture, MathF.Tau * r / (high - low), level => (high - level.Y) / (high - low));
            parts.Add((paper, label));
        }

        var top = new MeshBuilder();
        Loft.Plain(top, Loft.Rounded([new(neck, 0.8f * h), new(1.25f * neck, 0.8f * h), new(1.25f * neck, h), new(0, h)], 0.008f * h));
        parts.Add((top, cap));
        return new(
            [.. parts.Select(part => (part.Item1.Build(), part.Item2))],
            centre => Round.Lathe([(r, 0), (r, 0.6 * h), (1.25 * neck, height)], 0.003, centre),
            new(2 * r, h, 2 * r)) { Rolling = Rolling.OnMantle, HasFace = label is not null };
    }
}
