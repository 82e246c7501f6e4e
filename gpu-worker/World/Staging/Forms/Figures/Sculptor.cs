using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>Shapes limbs from fields given in parts of a figure's height.</summary>
/// <param name="height">Of the figure in metres.</param>
/// <param name="skin">Surface of the limbs.</param>
/// <param name="ball">Surface of the joints' balls.</param>
/// <param name="colour">Vertex colour at a point in parts of the height; null for none.</param>
internal sealed class Sculptor(float height, Material skin, Material ball, Func<Vector3, Vector3>? colour)
{
    /// <summary>Shapes a limb.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="field">Its surface.</param>
    /// <param name="low">Lower corner of a box that holds it.</param>
    /// <param name="high">Upper corner.</param>
    /// <param name="cell">Finest detail.</param>
    /// <param name="kilograms">What it weighs.</param>
    /// <param name="balls">Balls of the joints that belong to it.</param>
    /// <param name="extras">More parts of it, in metres: eyes, a nose.</param>
    public Limb Limb(
        string name, Field field, Vector3 low, Vector3 high, float cell, double kilograms,
        IReadOnlyList<(Vector3 At, float Radius)>? balls = null, IReadOnlyList<(Mesh Mesh, Material Material)>? extras = null)
    {
        var shell = new MeshBuilder();
        SurfaceNets.Draw(shell, field, low, high, cell, colour, Matrix4x4.CreateScale(height));
        List<(Mesh, Material)> parts = [(Straightened(shell.Build()), skin)];
        if (balls is { Count: > 0 })
        {
            var joints = new MeshBuilder();
            foreach (var (at, radius) in balls)
            {
                Orb.Draw(joints, radius > 0.02f ? 5 : 4, d => height * (at + (d * radius)));
            }

            parts.Add((joints.Build(), ball));
        }

        parts.AddRange(extras ?? []);
        var whole = MassProperties.Of(parts.Select(part => part.Item1), 1);
        return new(name, parts, whole with { Mass = kilograms, Inertia = whole.Inertia * (kilograms / whole.Mass) });
    }

    /// <summary>The same limb on the other side of the body.</summary>
    public static Limb Mirrored(Limb limb, string name)
    {
        var inertia = limb.Mass.Inertia;
        return new(
            name, [.. limb.Parts.Select(part => (Mirrored(part.Mesh), part.Material))],
            limb.Mass with
            {
                Centre = limb.Mass.Centre with { X = -limb.Mass.Centre.X },
                Inertia = inertia with { XY = -inertia.XY, XZ = -inertia.XZ },
            });
    }

    private static Mesh Mirrored(Mesh mesh) => mesh with
    {
        Positions = [.. mesh.Positions.Select(p => p with { X = -p.X })],
        Normals = [.. mesh.Normals.Select(n => n with { X = -n.X })],
        Indices = [.. Enumerable.Range(0, mesh.Indices.Length).Select(i => mesh.Indices[i - (i % 3) + (2 - (i % 3))])],
    };

    // Scaling by the height leaves normals as long as the height.
    private static Mesh Straightened(Mesh mesh) => mesh with { Normals = [.. mesh.Normals.Select(Vector3.Normalize)] };
}
