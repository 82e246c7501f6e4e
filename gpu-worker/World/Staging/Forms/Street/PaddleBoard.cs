using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A board to paddle on, lying flat, its nose towards +z: rounded rails, nose and tail turned up, stripes and a deck pad.</summary>
internal static class PaddleBoard
{
    private const int Wide = 128;

    /// <summary>Draws it.</summary>
    /// <param name="length">In metres.</param>
    /// <param name="hull">Its surface; the stripe is a darker tone of its colour.</param>
    /// <param name="pad">Surface of the deck pad.</param>
    public static Draft Make(double length, Material hull, Material pad)
    {
        float l = (float)length, half = 0.122f * l, thick = 0.042f * l;
        var (body, deck) = (new MeshBuilder(), new MeshBuilder());
        Sheet.Draw(body, 65, 25, (s, t) => At(s, t, l, half), (s, t) => Thickness(s, t, thick));
        Sheet.Draw(deck, 33, 13, (s, t) =>
        {
            var (u, v) = (0.2f + (0.42f * s), 0.5f + ((t - 0.5f) * 0.66f * MathF.Pow(Math.Max(1 - MathF.Pow(Math.Abs((2 * s) - 1), 6), 0), 0.25f)));
            return At(u, v, l, half) + new Vector3(0, (Thickness(u, v, thick) / 2) + (0.0012f * l), 0);
        }, (_, _) => 0.0028f * l);
        var painted = hull with { Picture = Stripes(hull.Colour), Roughness = 0.22f, ClearCoat = 0.8f };
        var draft = Enclosure.Of([(body.Build(), painted), (deck.Build(), pad)]);
        float high = draft.Size.Y, flat = 0.8f * thick;
        Vector3[] outline =
        [
            .. from x in new[] { -1, 1 } from z in new[] { -0.3f, 0.1f } select new Vector3(x * 0.7f * half, 0, z * l),
            .. from x in new[] { -1, 1 } from z in new[] { -0.3f, 0, 0.25f } select new Vector3(x * half, flat, z * l),
            .. from x in new[] { -1, 1 } from y in new[] { 0.6f, 1 } select new Vector3(x * 0.2f * half, y * high, 0.49f * l), new(0, 0.7f * high, -0.5f * l),
        ];
        return draft with { Mass = MassProperties.Of(draft.Parts.Select(part => part.Mesh), 110), Shape = centre => Enclosure.Hull(outline, centre), BestYaw = -0.9 };
    }

    private static Vector3 At(float s, float t, float l, float half)
    {
        var across = (2 * t) - 1;
        var wide = half * Outline(s);
        var rocker = (0.05f * l * MathF.Pow(Math.Max(s - 0.55f, 0) / 0.45f, 2.4f)) + (0.018f * l * MathF.Pow(Math.Max(0.3f - s, 0) / 0.3f, 2));
        return new(across * wide, rocker, (s - 0.5f) * l);
    }

    private static float Outline(float s) => MathF.Pow(Math.Max(1 - MathF.Pow(Math.Abs((1.02f * s) - 0.47f) / (s < 0.46f ? 0.47f : 0.55f), 2.8f), 0), 0.5f) * (1 - (0.06f * (1 - s))) + 0.004f;

    private static float Thickness(float s, float t, float thick)
    {
        var across = Math.Abs((2 * t) - 1);
        var ends = Math.Min(1, 0.25f + (2.6f * Math.Min(s, 1 - s)));
        return thick * ends * (0.12f + (0.88f * MathF.Sqrt(Math.Max(1 - MathF.Pow(across, 5), 0))));
    }

    private static Texture Stripes(Vector3 colour)
    {
        var rgba = new byte[Wide * Wide * 4];
        Vector3 white = new(0.8f, 0.79f, 0.76f), deep = colour * 0.35f;
        for (var y = 0; y < Wide; y++)
        {
            for (var x = 0; x < Wide; x++)
            {
                float across = Math.Abs(((x + 0.5f) / Wide * 2) - 1), s = 1 - ((y + 0.5f) / Wide);
                var shade = s > 0.86f ? colour : s > 0.845f ? deep : across is > 0.42f and < 0.56f ? colour : across is >= 0.56f and < 0.6f ? deep : across < 0.03f ? deep : white;
                var pixel = ((y * Wide) + x) * 4;
                (rgba[pixel], rgba[pixel + 1], rgba[pixel + 2], rgba[pixel + 3]) = (Colours.Byte(shade.X), Colours.Byte(shade.Y), Colours.Byte(shade.Z), 255);
            }
        }

        return new(Wide, Wide, rgba);
    }
}
