using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A compact car: a body and four wheels, each a limb of a figure that turns about its axle.</summary>
/// <param name="Figure">Limbs: body, then the wheels front left, front right, rear left, rear right (left is +x, as a driver sees it).</param>
/// <param name="Wheels">Middles of the wheels in the same order, in metres, standing on y = 0.</param>
/// <param name="Radius">Of a wheel in metres.</param>
/// <param name="Track">Distance of the wheels of an axle in metres.</param>
/// <param name="Wheelbase">Distance of the axles in metres.</param>
internal sealed record Car(Figure Figure, IReadOnlyList<Vector3d> Wheels, double Radius, double Track, double Wheelbase)
{
    private const double Kilograms = 1320;
    private const double WheelKilograms = 19;
    private static readonly string[] _names = ["front left wheel", "front right wheel", "rear left wheel", "rear right wheel"];

    /// <summary>Makes one.</summary>
    /// <param name="height">In metres; the length is 2.94 times that.</param>
    /// <param name="paint">Surface of the body.</param>
    public static Car Make(double height, Material paint)
    {
        var scale = (float)height / CarBody.Height;
        var cubed = Math.Pow(height / CarBody.Height, 3);
        var lacquer = paint with { Transmission = 0, Roughness = Math.Clamp(paint.Roughness, 0.2f, 0.35f), ClearCoat = 1, ClearCoatRoughness = 0.04f };
        List<(Mesh, Material)> body =
        [
            (CarBody.Shell(), lacquer), (CarBody.Glass(), Substances.DarkPane), (CarBody.Trim(), Substances.Black),
            (CarBody.FrontLamps(), FrontLamp), (CarBody.TailLamps(), TailLamp),
        ];
        List<Limb> limbs = [Weighed("body", [.. body.Select(part => (Enclosure.Scaled(part.Item1, scale), part.Item2))], Kilograms * cubed, new(0, 0.5 * height / CarBody.Height, 0.05 * scale))];
        var wheel = Wheel.Make(CarBody.WheelRadius * scale, 0.215f * scale);
        Vector3d[] centres = [.. from z in new[] { 1, -1 } from x in new[] { 1, -1 } select new Vector3d(x * CarBody.HalfTrack, CarBody.WheelRadius, z * CarBody.Axle) * scale];
        for (var i = 0; i < 4; i++)
        {
            var turned = centres[i].X > 0 ? Quaternion.Identity : Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.PI);
            limbs.Add(Weighed(_names[i], [.. wheel.Select(part => (Placed(part.Mesh, turned, centres[i].ToSingle()), part.Material))], WheelKilograms * cubed, centres[i]));
        }

        List<Articulation> axles = [.. _names.Select((name, i) => new Articulation("body", name, centres[i], new(1, 0, 0)) { Hinge = (double.NegativeInfinity, double.PositiveInfinity) })];
        return new(
            new(limbs, axles, new Dictionary<string, Posture> { ["stand"] = Posture.Rest }),
            centres, CarBody.WheelRadius * scale, 2 * CarBody.HalfTrack * scale, 2 * CarBody.Axle * scale);
    }

    /// <summary>The whole car as one prop.</summary>
    public Draft Draft() => Figure.Draft(Posture.Rest) with { BestYaw = 0.6 };

    private static Material FrontLamp { get; } = new() { Colour = new(0.9f), Emission = new(0.35f, 0.37f, 0.4f), Roughness = 0.1f, ClearCoat = 1 };

    private static Material TailLamp { get; } = new() { Colour = new(0.5f, 0.01f, 0.01f), Emission = new(0.35f, 0.006f, 0.005f), Roughness = 0.15f, ClearCoat = 1 };

    // Engine, axles and seats lie low: the body's inertia is that of its shell, its centre of mass where cars have theirs.
    private static Limb Weighed(string name, IReadOnlyList<(Mesh Mesh, Material Material)> parts, double kilograms, Vector3d centre)
    {
        var solid = MassProperties.Of([parts[0].Mesh], 1);
        return new(name, parts, new(kilograms, centre, solid.Inertia * (kilograms / solid.Mass)));
    }

    private static Mesh Placed(Mesh mesh, Quaternion turn, Vector3 at) => mesh with
    {
        Positions = [.. mesh.Positions.Select(p => Vector3.Transform(p, turn) + at)],
        Normals = [.. mesh.Normals.Select(n => Vector3.Transform(n, turn))],
    };
}
