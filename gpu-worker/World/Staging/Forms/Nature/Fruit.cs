using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Fruit; which one, its colour says.</summary>
internal static class Fruit
{
    private const int Wide = 256;

    /// <summary>Draws one: an apple when red or green, an orange, a lemon when yellow, a cherry when dark red, a blueberry when blue.</summary>
    /// <param name="height">In metres, stalk included.</param>
    /// <param name="skin">Its surface and colour.</param>
    /// <param name="random">Chance.</param>
    public static Draft Make(double height, Material skin, Random random)
    {
        var h = (float)height;
        var (hue, strength) = Hue(skin.Colour);
        return hue switch
        {
            >= 17 and < 44 => Orange(h, skin, random),
            >= 44 and < 64 => Lemon(h, skin, random),
            >= 190 and < 310 => Blueberry(h, skin, random),
            >= 300 or < 17 when strength < 0.56f => Cherry(h, skin, random),
            _ => Apple(h, skin, random),
        };
    }

    private static Draft Apple(float h, Material skin, Random random)
    {
        var body = 0.88f * h;
        var (lobes, streaks, dots) = (new Bumps(random, 1.8f, 2), new Bumps(random, 0.35f, 3), new Bumps(random, 0.045f, 1));
        Vector3 At(Vector3 d)
        {
            // Widest above the middle, drawn in to a hollow at the stalk and to a smaller one with five lobes below.
            var across = MathF.Sqrt((d.X * d.X) + (d.Z * d.Z));
            var lobe = 1 + (0.035f * Math.Max(-d.Y, 0) * MathF.Cos(5 * MathF.Atan2(d.X, d.Z))) + (0.02f * lobes.At(d));
            var wide = 0.515f * body * across * (1 + (0.1f * d.Y)) * lobe;
            var y = (0.54f * body * d.Y) - (0.36f * body * Math.Sign(d.Y) * (d.Y > 0 ? 1 : 0.5f) * MathF.Exp(-across * across * 5.5f) * Math.Abs(d.Y));
            return new(across > 0 ? wide * d.X / across : 0, y, across > 0 ? wide * d.Z / across : 0);
        }

        var pale = new Vector3(0.62f, 0.5f, 0.14f);
        var picture = GlobeMap.Paint(Wide, d =>
        {
            var along = streaks.At(new Vector3(d.X, 0.12f * d.Y, d.Z) / Math.Max(0.2f, MathF.Sqrt((d.X * d.X) + (d.Z * d.Z))));
            var core = MathF.Exp(-9 * (1 - d.Y)) + (0.7f * MathF.Exp(-8 * (1 + d.Y)));
            var colour = Vector3.Lerp(skin.Colour * (0.9f + (0.25f * along)), pale, Math.Clamp((0.9f * core) + (0.28f * Math.Max(along, 0)), 0, 0.85f));
            return Vector3.Lerp(colour, pale, 0.35f * Smooth((dots.At(d) - 0.7f) * 6));
        });
        var flesh = new MeshBuilder();
        Orb.Wrapped(flesh, 36, 48, At);
        var stalk = new MeshBuilder();
        var top = At(Vector3.UnitY).Y;
        var (low, _) = Enclosure.Bounds([flesh.Build()]);
        var tip = low.Y + h;
        Tube.Draw(stalk, Bent(new(0, top - (0.03f * h), 0), new(0.07f * h, tip - (0.012f * h), 0.02f * h), 0.3f), t => h * (0.016f + (0.006f * t * t)), 10);
        var peel = skin with { Picture = picture, Roughness = 0.28f, ClearCoat = 0.5f, ClearCoatRoughness = 0.12f };
        return Enclosure.Of([(flesh.Build(), peel), (stalk.Build(), Substances.Stalk)], 1) with { Rolling = Rolling.AnyWay };
    }

    private static Draft Orange(float h, Material skin, Random random)
    {
        var r = h / 2;
        var (round, tone, pores) = (new Bumps(random, 1.6f, 2), new Bumps(random, 0.8f, 3), new Pores(random, 1400));
        float Relief(Vector3 d) => (0.006f * -pores.At(d)) - (0.05f * MathF.Exp(-60 * (1 - d.Y)));
        var peel = skin with
        {
            Picture = GlobeMap.Paint(Wide, d => skin.Colour * (0.92f + (0.1f * tone.At(d)) - (0.07f * pores.At(d)))),
            NormalMap = GlobeMap.Relief(Wide, d => -0.006f * pores.At(d)),
            Roughness = 0.36f,
            ClearCoat = 0.35f,
            ClearCoatRoughness = 0.25f,
        };
        var flesh = new MeshBuilder();
        Orb.Wrapped(flesh, 36, 56, d => d * (r * (1 + Relief(d) + (0.006f * round.At(d) * (1 - (d.Y * d.Y))))));
        var button = new MeshBuilder();
        for (var k = 0; k < 5; k++)
        {
            var turn = Quaternion.CreateFromAxisAngle(Vector3.UnitY, (k + 0.2f) * MathF.Tau / 5);
            var far = Vector3.Transform(new(0.085f * h, 0, 0), turn);
            Tube.Draw(button, [new(0, 0.962f * r, 0), (far * 0.55f) + new Vector3(0, 0.975f * r, 0), far + new Vector3(0, 0.97f * r, 0)],
                t => new Vector2(0.03f * h * (1.05f - t), 0.008f * h), Vector3.Cross(Vector3.UnitY, far), 8);
        }

        Vector3 up = new(0, r, 0);
        var mass = MassProperties.Ball(r, 800) with { Centre = new(0, r, 0) };
        return new(
            [(Enclosure.Moved(flesh.Build(), up), peel), (Enclosure.Moved(button.Build(), up), Substances.Foliage)],
            _ => new Ball { Margin = r }, new(h)) { Rolling = Rolling.AnyWay, Mass = mass };
    }

    private static Draft Lemon(float h, Material skin, Random random)
    {
        var (round, tone, pores) = (new Bumps(random, 1.4f, 2), new Bumps(random, 0.7f, 3), new Pores(random, 800));
        var half = h / 2;
        Vector3 At(Vector3 d)
        {
            // Along y first: an ellipsoid with a blunt nipple at the one end and a short neck at the other.
            var across = MathF.Sqrt((d.X * d.X) + (d.Z * d.Z));
            var wide = half * across * (1 - (0.1f * d.Y * d.Y * d.Y * d.Y) + (0.015f * round.At(d)));
            var tip = MathF.Exp(-across * across * (d.Y > 0 ? 26 : 40)) * Math.Sign(d.Y) * (d.Y > 0 ? 0.26f : 0.12f);
            var y = half * ((1.24f * d.Y) + tip);
            return new(y, across > 0 ? -wide * d.X / across : 0, across > 0 ? wide * d.Z / across : 0);
        }

        var ends = new Vector3(0.45f, 0.5f, 0.1f);
        var peel = skin with
        {
            Picture = GlobeMap.Paint(Wide, d => Vector3.Lerp(
                skin.Colour * (0.92f + (0.08f * tone.At(d)) - (0.05f * pores.At(d))), ends * skin.Colour.X, 0.5f * MathF.Exp(-30 * (1 - Math.Abs(d.Y))))),
            NormalMap = GlobeMap.Relief(Wide, d => -0.008f * pores.At(d)),
            Roughness = 0.34f,
            ClearCoat = 0.35f,
            ClearCoatRoughness = 0.25f,
        };
        var flesh = new MeshBuilder();
        Orb.Wrapped(flesh, 44, 44, d => At(d) * (1 - (0.006f * pores.At(d))));
        var mesh = flesh.Build();
        return Enclosure.Of([(mesh, peel)]) with { Rolling = Rolling.OnMantle };
    }

    private static Draft Cherry(float h, Material skin, Random random)
    {
        float r = 0.235f * h;
        var tone = new Bumps(random, 0.9f, 3);
        Vector3 At(Vector3 d)
        {
            var across = MathF.Sqrt((d.X * d.X) + (d.Z * d.Z));
            var crease = 0.03f * MathF.Exp(-30 * d.X * d.X) * (d.Z > 0 ? d.Z : 0);
            var y = (0.96f * d.Y) - (0.3f * MathF.Exp(-across * across * 9) * Math.Max(d.Y, 0)) - (0.06f * across * across);
            return r * new Vector3(d.X * (1.06f + (0.08f * d.Y) - crease), y, d.Z * (1.02f + (0.08f * d.Y) - crease));
        }

        var flesh = new MeshBuilder();
        Orb.Wrapped(flesh, 32, 40, At);
        var (low, _) = Enclosure.Bounds([flesh.Build()]);
        var stalk = new MeshBuilder();
        var foot = At(Vector3.UnitY) - new Vector3(0, 0.05f * r, 0);
        Tube.Draw(stalk, Bent(foot, new(0.3f * h, low.Y + h - (0.014f * h), 0.05f * h), 0.45f), t => h * (0.0095f + (0.009f * MathF.Pow(t, 8))), 10);
        var peel = skin with
        {
            Picture = GlobeMap.Paint(Wide / 2, d => skin.Colour * (0.95f + (0.35f * tone.At(d)))), Roughness = 0.12f, ClearCoat = 1, ClearCoatRoughness = 0.05f,
        };
        return Enclosure.Of([(flesh.Build(), peel), (stalk.Build(), Substances.Foliage)], 1) with { Rolling = Rolling.AnyWay };
    }

    private static Draft Blueberry(float h, Material skin, Random random)
    {
        var r = h / 2;
        var bloom = new Bumps(random, 0.9f, 4);
        Vector3 At(Vector3 d)
        {
            // The crown: five points round a sunken disc.
            var across = MathF.Sqrt((d.X * d.X) + (d.Z * d.Z));
            var star = 0.36f + (0.05f * MathF.Cos(5 * MathF.Atan2(d.X, d.Z)));
            var crown = d.Y > 0 ? (0.1f * MathF.Exp(-260 * (across - star) * (across - star))) - (0.13f * (1 - Smooth((across - star + 0.12f) / 0.12f))) : 0;
            return d * (r * (1 + crown)) * new Vector3(1, 0.9f, 1);
        }

        var dust = new Vector3(0.5f, 0.58f, 0.75f);
        var peel = skin with
        {
            Picture = GlobeMap.Paint(Wide, d => Vector3.Lerp(
                skin.Colour, dust, Math.Clamp(0.22f + (0.3f * bloom.At(d)), 0, 0.5f)) * (d.Y > 0.93f ? 0.45f : 1)),
            Roughness = 0.6f,
            ClearCoat = 0.1f,
        };
        var flesh = new MeshBuilder();
        Orb.Wrapped(flesh, 48, 50, At);
        return Enclosure.OfHeight([(flesh.Build(), peel)], h) with { Rolling = Rolling.AnyWay };
    }

    private static Vector3[] Bent(Vector3 from, Vector3 to, float bow)
    {
        var middle = Vector3.Lerp(from, to, 0.5f) + new Vector3(-bow * (to.X - from.X), 0, 0);
        return [.. Enumerable.Range(0, 9).Select(i => Vector3.Lerp(Vector3.Lerp(from, middle, i / 8f), Vector3.Lerp(middle, to, i / 8f), i / 8f))];
    }

    private static float Smooth(float t) => Math.Clamp(t, 0, 1) is var u ? u * u * (3 - (2 * u)) : 0;

    // Hue in degrees and the strongest channel of the sRGB colour.
    private static (float Hue, float Strength) Hue(Vector3 linear)
    {
        float r = Colours.Byte(linear.X) / 255f, g = Colours.Byte(linear.Y) / 255f, b = Colours.Byte(linear.Z) / 255f;
        float most = Math.Max(r, Math.Max(g, b)), spread = most - Math.Min(r, Math.Min(g, b));
        var hue = spread < 0.02f ? 0 : most == r ? (g - b) / spread : most == g ? 2 + ((b - r) / spread) : 4 + ((r - g) / spread);
        return (((hue * 60) + 360) % 360, most);
    }
}
