using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>
/// A jointed body: one rigid prop when it only stands around, or a set of bodies held together by joints when it moves.
/// </summary>
/// <param name="Limbs">Its parts, the root first, each after its parent.</param>
/// <param name="Joints">One for each limb but the root, in the order of the limbs.</param>
/// <param name="Postures">Postures by name; every figure knows <c>stand</c>.</param>
internal sealed record Figure(IReadOnlyList<Limb> Limbs, IReadOnlyList<Articulation> Joints, IReadOnlyDictionary<string, Posture> Postures)
{
    /// <summary>Where each limb is in a posture, the root being at rest: a turn about the figure's origin, then a shift.</summary>
    public IReadOnlyList<(Rotation Turn, Vector3d Shift)> Placed(Posture posture)
    {
        Dictionary<string, (Rotation Turn, Vector3d Shift)> places = new() { [Limbs[0].Name] = (Rotation.Identity, default) };
        foreach (var joint in Joints)
        {
            var (turn, shift) = places[joint.Parent];
            var own = turn * posture.Of(joint.Child);
            places[joint.Child] = (own, turn.Turn(joint.Anchor) + shift - own.Turn(joint.Anchor));
        }

        return [.. Limbs.Select(limb => places[limb.Name])];
    }

    /// <summary>The whole figure as one rigid prop, set down on y = 0.</summary>
    /// <param name="posture">How it holds itself.</param>
    public Draft Draft(Posture posture)
    {
        var places = Placed(posture);
        Dictionary<Material, List<Mesh>> byMaterial = [];
        foreach (var (limb, (turn, shift)) in Limbs.Zip(places))
        {
            foreach (var (mesh, material) in limb.Parts)
            {
                byMaterial.TryAdd(material, []);
                byMaterial[material].Add(Turned(mesh, turn.ToSingle(), shift.ToSingle()));
            }
        }

        List<(Mesh, Material)> parts = [.. byMaterial.Select(pair => (Joined(pair.Value), pair.Key))];
        var (low, _) = Enclosure.Bounds(parts.Select(part => part.Item1));
        var whole = MassProperties.Of(parts.Select(part => part.Item1), 1);
        var mass = Limbs.Sum(limb => limb.Mass.Mass);
        var centre = Limbs.Zip(places).Aggregate(Vector3d.Zero, (sum, part) => sum + ((part.Second.Turn.Turn(part.First.Mass.Centre) + part.Second.Shift) * part.First.Mass.Mass)) / mass;
        return Enclosure.Of(parts) with
        {
            Mass = new(mass, centre - new Vector3d(0, low.Y, 0), whole.Inertia * (mass / whole.Mass)),
            BestYaw = -0.4,
            Figure = this,
        };
    }

    /// <summary>The limbs as bodies, in the order of <see cref="Limbs"/>.</summary>
    /// <param name="posture">How the figure holds itself at the start.</param>
    /// <param name="position">Where the figure's origin is.</param>
    /// <param name="orientation">How it is turned.</param>
    /// <param name="surface">In contact.</param>
    public IReadOnlyList<Body> Bodies(Posture posture, Vector3d position, Rotation orientation, Surface surface) =>
        [.. Limbs.Zip(Placed(posture), (limb, place) => new Body
        {
            Shape = Enclosure.Hull([.. limb.Parts.SelectMany(part => part.Mesh.Positions)], limb.Mass.Centre),
            Mass = limb.Mass with { Centre = default },
            Surface = surface,
            Position = position + orientation.Turn(place.Turn.Turn(limb.Mass.Centre) + place.Shift),
            Orientation = orientation * place.Turn,
        })];

    /// <summary>What the renderer draws for a limb, about its centre of mass.</summary>
    public static IReadOnlyList<Instance> Instances(Limb limb) =>
        [.. limb.Parts.Select(part => new Instance(Enclosure.Moved(part.Mesh, -limb.Mass.Centre.ToSingle()), part.Material))];

    private static Mesh Turned(Mesh mesh, Quaternion turn, Vector3 shift) => mesh with
    {
        Positions = [.. mesh.Positions.Select(p => Vector3.Transform(p, turn) + shift)],
        Normals = [.. mesh.Normals.Select(n => Vector3.Transform(n, turn))],
    };

    private static Mesh Joined(IReadOnlyList<Mesh> meshes)
    {
        List<int> indices = [];
        var first = 0;
        foreach (var mesh in meshes)
        {
            indices.AddRange(mesh.Indices.Select(index => index + first));
            first += mesh.Positions.Length;
        }

        return new([.. meshes.SelectMany(m => m.Positions)], [.. meshes.SelectMany(m => m.Normals)], [.. meshes.SelectMany(m => m.TextureCoordinates)], [.. indices])
        {
            Colours = meshes.Any(m => m.Colours is not null) ? [.. meshes.SelectMany(m => m.Colours ?? [.. m.Positions.Select(_ => Vector4.One)])] : null,
        };
    }
}
