using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>Reads the primitives of meshes: triangles, strips and fans; only the vertices that they use.</summary>
internal sealed class PrimitiveReader(AccessorReader accessors)
{
    /// <summary>The geometry of a primitive; null for points, lines and what has no vertices.</summary>
    /// <param name="primitive">Where it is written.</param>
    /// <param name="mapping">How its material's pictures are put on it.</param>
    /// <param name="joints">How many joints its skin has; 0 for none.</param>
    /// <param name="warnings">Takes what is left out.</param>
    public Geometry? Read(Place primitive, Mapping mapping, int joints, List<string> warnings)
    {
        var mode = (int)primitive.Whole("mode", 4, 0, 6);
        var attributes = primitive.Required("attributes");
        if (mode < 4 || Accessor(attributes, "POSITION") is not { } position)
        {
            warnings.Add(mode < 4 ? "The points and lines of the model are not shown." : "A part of the model has no vertices and is not shown.");
            return null;
        }

        var positions = accessors.Vectors3(position);
        var corners = Triangles(Corners(primitive, positions.Length), mode);
        if (corners.Length == 0)
        {
            return null;
        }

        var normals = Accessor(attributes, "NORMAL") is { } n ? Same(accessors.Vectors3(n), positions, n) : null;
        var coordinates = Accessor(attributes, $"TEXCOORD_{mapping.Set}") is { } t ? Same(accessors.Vectors2(t), positions, t) : null;
        var colours = Accessor(attributes, "COLOR_0") is { } c ? Same(accessors.Colours(c), positions, c) : null;
        var binding = joints > 0 ? Bound(attributes, positions, joints) : null;
        var morphs = primitive.Items("targets").Select(target => Target(target, positions)).ToList();
        if (Accessor(attributes, "JOINTS_1") is not null)
        {
            warnings.Add("Only the first four joints of each vertex of the model move it.");
        }

        // Without normals each triangle is flat, as the format wants it, and so has its own vertices.
        var (used, indices) = normals is null ? (corners, Enumerable.Range(0, corners.Length).ToArray()) : Compact(corners, positions.Length);
        var own = Pick(positions, used);
        return new(
            own,
            Units(normals is null ? Flat(own) : Pick(normals, used)),
            coordinates is null ? new Vector2[used.Length] : [.. Pick(coordinates, used).Select(uv => Vector2.Transform(uv, mapping.Transform))],
            colours is null ? null : Pick(colours, used),
            indices,
            [.. morphs.Select(morph => new Morph(Pick(morph.Positions, used), Pick(morph.Normals, used)))],
            binding is null ? null : new(PickFours(binding.Joints, used), Pick(binding.Weights, used)));
    }

    private int? Accessor(Place attributes, string name) => attributes.Index(name, accessors.Count, "accessors");

    private int[] Corners(Place primitive, int vertices)
    {
        if (primitive.Index("indices", accessors.Count, "accessors") is not { } index)
        {
            return [.. Enumerable.Range(0, vertices)];
        }

        var corners = accessors.Wholes(index, "SCALAR");
        var wrong = Array.FindIndex(corners, corner => corner >= vertices);
        return wrong < 0 ? corners : throw accessors.Broken(index, $"names vertex {corners[wrong]} of {vertices} at element {wrong}");
    }

    private static int[] Triangles(int[] corners, int mode)
    {
        if (mode == 4)
        {
            return corners.Length % 3 == 0 ? corners : corners[..(corners.Length - (corners.Length % 3))];
        }

        List<int> triangles = [];
        for (var i = 0; i + 2 < corners.Length; i++)
        {
            var (a, b, c) = mode == 6 ? (corners[0], corners[i + 1], corners[i + 2])
                : i % 2 == 0 ? (corners[i], corners[i + 1], corners[i + 2])
                : (corners[i + 1], corners[i], corners[i + 2]);

            // Strips join their pieces by triangles without area.
            if (a != b && b != c && a != c)
            {
                triangles.AddRange([a, b, c]);
            }
        }

        return [.. triangles];
    }

    private T[] Same<T>(T[] values, Vector3[] positions, int accessor) => values.Length == positions.Length
        ? values
        : throw accessors.Broken(accessor, $"has {values.Length} elements where the primitive has {positions.Length} vertices");

    private Binding? Bound(Place attributes, Vector3[] positions, int joints)
    {
        if (Accessor(attributes, "JOINTS_0") is not { } j || Accessor(attributes, "WEIGHTS_0") is not { } w)
        {
            return null;
        }

        var numbers = accessors.Wholes(j, "VEC4");
        var weights = Same(accessors.Vectors4(w), positions, w);
        if (numbers.Length != 4 * positions.Length)
        {
            throw accessors.Broken(j, $"has {numbers.Length / 4} elements where the primitive has {positions.Length} vertices");
        }

        // A joint that does not count may be any number.
        var cleared = (int[])numbers.Clone();
        for (var i = 0; i < numbers.Length; i++)
        {
            if (weights[i / 4][i % 4] == 0)
            {
                cleared[i] = 0;
            }
            else if (numbers[i] >= joints)
            {
                throw accessors.Broken(j, $"names joint {numbers[i]} of {joints} at element {i / 4}");
            }
        }

        return new(cleared, [.. weights.Select(weight =>
        {
            var sum = weight.X + weight.Y + weight.Z + weight.W;
            return Math.Abs(sum) > 1e-6f ? weight / sum : Vector4.UnitX;
        })]);
    }

    private Morph Target(Place target, Vector3[] positions) => new(
        Accessor(target, "POSITION") is { } p ? Same(accessors.Vectors3(p), positions, p) : new Vector3[positions.Length],
        Accessor(target, "NORMAL") is { } n ? Same(accessors.Vectors3(n), positions, n) : new Vector3[positions.Length]);

    private static (int[] Used, int[] Indices) Compact(int[] corners, int vertices)
    {
        var number = new int[vertices];
        Array.Fill(number, -1);
        List<int> used = [];
        var indices = new int[corners.Length];
        for (var i = 0; i < corners.Length; i++)
        {
            ref var own = ref number[corners[i]];
            if (own < 0)
            {
                own = used.Count;
                used.Add(corners[i]);
            }

            indices[i] = own;
        }

        return ([.. used], indices);
    }

    private static T[] Pick<T>(T[] values, int[] which) => Array.ConvertAll(which, i => values[i]);

    private static int[] PickFours(int[] values, int[] which)
    {
        var result = new int[4 * which.Length];
        for (var i = 0; i < which.Length; i++)
        {
            values.AsSpan(4 * which[i], 4).CopyTo(result.AsSpan(4 * i));
        }

        return result;
    }

    private static Vector3[] Flat(Vector3[] corners)
    {
        var normals = new Vector3[corners.Length];
        for (var i = 0; i + 2 < corners.Length; i += 3)
        {
            normals.AsSpan(i, 3).Fill(Vector3.Cross(corners[i + 1] - corners[i], corners[i + 2] - corners[i]));
        }

        return normals;
    }

    private static Vector3[] Units(Vector3[] normals) => Array.ConvertAll(normals, normal =>
    {
        var length = normal.Length();
        return length > 1e-30f && float.IsFinite(length) ? normal / length : Vector3.UnitY;
    });
}
