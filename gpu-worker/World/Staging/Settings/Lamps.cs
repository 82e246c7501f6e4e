using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Lights a subject: key, fill and rim, placed round it as a photographer would.</summary>
internal static class Lamps
{
    private const float Studio = 1.8f;
    private const float Open = 0.75f;
    private static readonly Vector3 _warm = new(1.15f, 0.82f, 0.5f);
    private static readonly Vector3 _cool = new(0.8f, 0.94f, 1.15f);

    /// <summary>Places the lamps, key first.</summary>
    /// <param name="light">How the shot is lit.</param>
    /// <param name="set">The surroundings.</param>
    /// <param name="look">Its accent tints the rim light.</param>
    /// <param name="middle">Middle of the subject.</param>
    /// <param name="radius">Its size from the middle outwards, in metres.</param>
    public static IReadOnlyList<AreaLight> Place(Light light, SetDesign set, Look look, Vector3 middle, float radius)
    {
        var accent = Colours.Linear(look.Accent, "The accent colour of the look");
        var tint = Vector3.Lerp(Vector3.One, accent / Math.Max(0.1f, Colours.Luminance(accent)), 0.18f);
        Lamp overhead = new(Role.Overhead, 0, 84, 9, new(8, 8), 1, Vector3.One);
        // Lamps stand so far away, and are as much larger, that ground and scenery around are lit as evenly as the subject.
        var room = set.Ground.Sweep > 0 ? Studio : Math.Max(Studio, Open / radius);
        var plan = Plan(light);
        Lamp[] lamps = set.Source is { } source ? [.. plan.Select(lamp => Turned(lamp, source))] : plan;
        return [.. (set.Overhead == default ? lamps : [.. lamps, overhead]).Select(lamp =>
        {
            var (colour, size) = lamp.Role switch
            {
                Role.Key => (set.Key, lamp.Size * set.Softness),
                Role.Fill => (set.Fill, lamp.Size),
                Role.Overhead => (set.Overhead, lamp.Size),
                _ => (set.Rim * tint, lamp.Size),
            };
            return Box(middle, radius * room, lamp with { Size = size, Colour = lamp.Colour * colour });
        })];
    }

    // The lamp on the side of the sun or window takes its place: the key light when that is before the subject, the rim light when it
    // is behind. The others keep theirs, mirrored when they would stand on the same side.
    private static Lamp Turned(Lamp lamp, Vector3 source)
    {
        var azimuth = MathF.Atan2(source.X, source.Z) * 180 / MathF.PI;
        var elevation = MathF.Asin(source.Y) * 180 / MathF.PI;
        var leader = source.Z > 0 ? Role.Key : Role.Rim;
        if (lamp.Role == leader)
        {
            return lamp with { Azimuth = azimuth, Elevation = elevation };
        }

        var side = leader == Role.Rim && lamp.Role == Role.Fill ? MathF.Sign(azimuth) : -MathF.Sign(azimuth);
        return lamp with { Azimuth = Math.Abs(lamp.Azimuth) * side };
    }

    private enum Role
    {
        Key,
        Fill,
        Rim,
        Overhead,
    }

    // Angles in degrees: azimuth from the camera's side to the right, elevation upwards. Distance and size in radii of the subject.
    private sealed record Lamp(Role Role, float Azimuth, float Elevation, float Distance, Vector2 Size, float Strength, Vector3 Colour);

    private static Lamp[] Plan(Light light) => light switch
    {
        Light.Dramatic =>
        [
            new(Role.Key, -62, 36, 4, new(0.6f, 1.5f), 3.1f, Vector3.One),
            new(Role.Rim, 128, 52, 4.2f, new(0.4f, 1.3f), 2.8f, Vector3.One),
            new(Role.Fill, 40, 20, 5, new(1.2f, 1.8f), 0.28f, Vector3.One),
        ],
        Light.Rim =>
        [
            new(Role.Key, -132, 52, 4.2f, new(0.5f, 1.4f), 3.4f, Vector3.One),
            new(Role.Rim, 132, 52, 4.2f, new(0.5f, 1.4f), 3.2f, Vector3.One),
            new(Role.Fill, -28, 34, 5, new(1.5f, 1.8f), 1.15f, Vector3.One),
        ],
        Light.Warm =>
        [
            new(Role.Key, -54, 27, 4.2f, new(1.1f, 1.3f), 2.7f, _warm),
            new(Role.Rim, 130, 50, 4.2f, new(0.45f, 1.3f), 2.6f, _warm),
            new(Role.Fill, 58, 22, 5, new(1.8f, 1.8f), 0.5f, _cool),
        ],
        Light.Cool =>
        [
            new(Role.Key, -36, 46, 4.2f, new(1.7f, 1.5f), 2.2f, _cool),
            new(Role.Rim, 132, 54, 4.2f, new(0.45f, 1.3f), 2f, _cool),
            new(Role.Fill, 52, 22, 5, new(1.9f, 1.9f), 0.85f, _cool),
        ],
        Light.HighKey =>
        [
            new(Role.Key, -32, 48, 4.5f, new(2.3f, 2f), 2.2f, Vector3.One),
            new(Role.Rim, 140, 58, 4.5f, new(1f, 1.2f), 1.5f, Vector3.One),
            new(Role.Fill, 42, 28, 5, new(2.3f, 2.3f), 1.3f, Vector3.One),
        ],
        _ =>
        [
            new(Role.Key, -48, 44, 4.2f, new(1.2f, 1.4f), 2.4f, Vector3.One),
            new(Role.Rim, 130, 54, 4.2f, new(0.45f, 1.3f), 2.3f, Vector3.One),
            new(Role.Fill, 56, 20, 5, new(1.4f, 1.9f), 0.45f, Vector3.One),
        ],
    };

    private static AreaLight Box(Vector3 middle, float radius, Lamp lamp)
    {
        var (sine, cosine) = MathF.SinCos(lamp.Azimuth * MathF.PI / 180);
        var (up, level) = MathF.SinCos(lamp.Elevation * MathF.PI / 180);
        var from = new Vector3(sine * level, up, cosine * level);
        var right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, -from));
        var above = Vector3.Cross(-from, right);

        // So that a surface of the subject that faces the lamp gets the same light however large and far it is.
        var radiance = lamp.Strength * lamp.Distance * lamp.Distance / (4 * lamp.Size.X * lamp.Size.Y);
        return new(
            middle + (from * lamp.Distance * radius),
            right * lamp.Size.X * radius,
            above * lamp.Size.Y * radius,
            lamp.Colour * radiance);
    }
}
