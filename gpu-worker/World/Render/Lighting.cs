using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render.Grounds;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>What light reaches sixteen points unhindered.</summary>
internal struct Visibility
{
    public Wide Lamp0;
    public Wide Lamp1;
    public Wide Lamp2;
    public Wide Lamp3;

    /// <summary>Part of the surroundings that is in view.</summary>
    public Wide Sky;

    /// <summary>Diffuse light from bodies near by: irradiance over pi.</summary>
    public Wide3 Bounce;

    public static Visibility Free => new()
    {
        Lamp0 = Wide.One, Lamp1 = Wide.One, Lamp2 = Wide.One, Lamp3 = Wide.One, Sky = Wide.One,
    };

    /// <summary>Nothing but one lamp, or nothing but the sky for -1.</summary>
    public static Visibility Only(int lamp) => lamp switch
    {
        0 => new() { Lamp0 = Wide.One },
        1 => new() { Lamp1 = Wide.One },
        2 => new() { Lamp2 = Wide.One },
        3 => new() { Lamp3 = Wide.One },
        _ => new() { Sky = Wide.One },
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Wide Of(int lamp) => lamp switch { 0 => Lamp0, 1 => Lamp1, 2 => Lamp2, _ => Lamp3 };
}

/// <summary>All light of a stage.</summary>
internal sealed class Lighting
{
    /// <param name="stage">The stage.</param>
    /// <param name="ground">Its ground.</param>
    public Lighting(Stage stage, GroundShading ground)
    {
        Lamps = [.. stage.Lights.Take(4).Select(l => new Softbox(l))];
        Backdrop = new BackdropShading(stage);
        var ambient = stage.Backdrop.Ambient;
        var up = Wide3.All(Vector3.UnitY);
        var onGround = Wide3.All(FromAbove() * ambient);
        foreach (var lamp in Lamps) onGround += Wide3.All(lamp.Radiance) * lamp.FormFactor(Wide3.Zero, up);
        OnGround = new Vector3(onGround.X.ToScalar(), onGround.Y.ToScalar(), onGround.Z.ToScalar());
        var floor = onGround * Wide3.All(ground.MeanColour);
        var open = stage.Ground.Pattern == GroundPattern.None;
        Around = new Surroundings(direction => open ? Backdrop.Light(direction) * ambient : Wide3.Lerp(
            floor, Backdrop.Light(direction) * ambient, SmoothStep(All(-0.08f), All(0.02f), direction.Y)));
        ground.Relief = Relief.Of(normal =>
        {
            var light = Diffuse(Wide3.Zero, Wide3.All(normal), Visibility.Free);
            return new Vector3(light.X.ToScalar(), light.Y.ToScalar(), light.Z.ToScalar());
        });
    }

    /// <summary>Irradiance over pi at the origin of the ground, with nothing in the way.</summary>
    public Vector3 OnGround { get; }

    public Softbox[] Lamps { get; }

    public BackdropShading Backdrop { get; }

    public Surroundings Around { get; }

    /// <summary>Irradiance over pi at points of a surface.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Diffuse(in Wide3 point, in Wide3 normal, in Visibility visible)
    {
        var sum = Around.Diffuse(normal) * visible.Sky + visible.Bounce;
        for (var i = 0; i < Lamps.Length; i++)
            sum += Wide3.All(Lamps[i].Radiance) * (Lamps[i].FormFactor(point, normal) * visible.Of(i));
        return sum;
    }

    /// <summary>Radiance that a lobe around a mirror direction gathers from lamps and surroundings.</summary>
    /// <param name="point">Where it is reflected.</param>
    /// <param name="direction">Mirror direction.</param>
    /// <param name="roughness">Perceptual roughness.</param>
    /// <param name="visible">What is in view of a rough surface.</param>
    /// <param name="sharp">1 where bodies in the way are found by tracing instead, 0 to rely on <paramref name="visible"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Mirrored(in Wide3 point, in Wide3 direction, Wide roughness, in Visibility visible, Wide sharp)
    {
        return Around.Radiance(direction, roughness) * Lerp(visible.Sky, Wide.One, sharp)
            + LampsMirrored(point, direction, roughness, visible, sharp);
    }

    /// <summary>As <see cref="Mirrored"/>, of lamps alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 LampsMirrored(in Wide3 point, in Wide3 direction, Wide roughness, in Visibility visible, Wide sharp)
    {
        var sum = Wide3.Zero;
        var spread = Fma(roughness * roughness, All(0.9f), All(0.004f));
        if (Backdrop.HasLamps) sum += Backdrop.Mirrored(direction, spread);
        for (var i = 0; i < Lamps.Length; i++)
            sum += Wide3.All(Lamps[i].Radiance)
                * (Lamps[i].Reflected(point, direction, spread) * Lerp(visible.Of(i), Wide.One, sharp));
        return sum;
    }

    /// <summary>Irradiance over pi that the backdrop gives to level ground: the mean of directions spread by the cosine.</summary>
    private Vector3 FromAbove()
    {
        const int packets = 32;
        var sum = Vector3.Zero;
        for (var packet = 0; packet < packets; packet++)
        {
            Sampling.Point(Vector512.ConvertToInt32(Ramp) + Vector512.Create(16 * packet), out var u, out var v);
            var way = Sampling.Hemisphere(u, v);
            var light = Backdrop.Light(new Wide3(way.X, way.Z, way.Y));
            sum += new Vector3(Vector512.Sum(light.X), Vector512.Sum(light.Y), Vector512.Sum(light.Z));
        }

        return sum / (16 * packets);
    }

    /// <summary>The part of light that a lobe reflects, with Fresnel and shadowing.</summary>
    /// <param name="f0">The part that is reflected head-on.</param>
    /// <param name="roughness">Perceptual roughness.</param>
    /// <param name="cosine">Of the angle between view and normal.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide3 Reflectance(in Wide3 f0, Wide roughness, Wide cosine)
    {
        Reflectance(roughness, cosine, out var scale, out var bias);
        return new Wide3(Fma(f0.X, scale, bias), Fma(f0.Y, scale, bias), Fma(f0.Z, scale, bias));
    }

    /// <summary>
    /// As <see cref="Reflectance(in Wide3, Wide, Wide)"/>, as a factor of what is reflected head-on and a part that is added (Karis's fit
    /// of the split sum's second sum, "Physically Based Shading on Mobile", 2014).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reflectance(Wide roughness, Wide cosine, out Wide scale, out Wide bias)
    {
        var x = Wide.One - roughness;
        var y = Fma(roughness, All(-0.0275f), All(0.0425f));
        var a = Fma(Min(x * x, Exp2(cosine * -9.28f)), x, y);
        scale = Fma(a, All(-1.04f), Fma(roughness, All(-0.572f), All(1.04f)));
        bias = Fma(a, All(1.04f), Fma(roughness, All(0.022f), All(-0.04f)));
    }
}
