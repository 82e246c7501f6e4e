using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SoraFunctions.World.Tests.Gltf;

/// <summary>Sound models, one for each thing that is read.</summary>
public static class Samples
{
    /// <summary>A picture file of one grey pixel.</summary>
    private static readonly byte[] _pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNsaGj4DwAFhAKAjM1mJgAAAABJRU5ErkJggg==");

    private static readonly Vector2[] _square = [new(0, 1), new(1, 1), new(1, 0), new(0, 0)];
    private static readonly ushort[] _quads = [.. Enumerable.Range(0, 6).SelectMany(f => new[] { 0, 1, 2, 0, 2, 3 }.Select(i => (ushort)((4 * f) + i)))];

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, Func<GlbWriter>> All { get; } = new Dictionary<string, Func<GlbWriter>>
    {
        ["cube"] = () => Cube(),
        ["textured"] = Textured,
        ["hierarchy"] = Hierarchy,
        ["strip"] = Strip,
        ["sparse"] = Sparse,
        ["quantised"] = Quantised,
        ["coloured"] = Coloured,
        ["spinning"] = Spinning,
        ["bending"] = Bending,
        ["breathing"] = Breathing,
    };

    /// <summary>A cube of 2 m about (5, 0, 0), one quad a side, with normals and coordinates.</summary>
    public static GlbWriter Cube(JsonObject? material = null, JsonObject? node = null)
    {
        var writer = new GlbWriter();
        var primitive = CubeOf(writer, 1, new(5, 0, 0));
        if (material is not null)
        {
            primitive["material"] = writer.Add("materials", material);
        }

        writer.Show(primitive, node);
        return writer;
    }

    private static JsonObject CubeOf(GlbWriter writer, float half, Vector3 centre)
    {
        List<Vector3> positions = [], normals = [];
        foreach (var (normal, up) in new[]
        {
            (Vector3.UnitZ, Vector3.UnitY), (-Vector3.UnitZ, Vector3.UnitY), (Vector3.UnitX, Vector3.UnitY), (-Vector3.UnitX, Vector3.UnitY),
            (Vector3.UnitY, -Vector3.UnitZ), (-Vector3.UnitY, Vector3.UnitZ),
        })
        {
            var right = Vector3.Cross(up, normal);
            positions.AddRange([centre + (half * (normal - right - up)), centre + (half * (normal + right - up)), centre + (half * (normal + right + up)), centre + (half * (normal - right + up))]);
            normals.AddRange([normal, normal, normal, normal]);
        }

        return new()
        {
            ["attributes"] = new JsonObject
            {
                ["POSITION"] = writer.Positions([.. positions]),
                ["NORMAL"] = writer.Vectors([.. normals]),
                ["TEXCOORD_0"] = writer.Vectors([.. Enumerable.Repeat(_square, 6).SelectMany(s => s)]),
            },
            ["indices"] = writer.Indices(_quads),
        };
    }

    private static GlbWriter Textured()
    {
        var writer = new GlbWriter();
        var picture = writer.Picture(_pixel, "image/png", new() { ["wrapS"] = 33071, ["wrapT"] = 33648 });
        JsonObject Reference() => new() { ["index"] = picture };
        writer.Uses(
            "KHR_texture_transform", "KHR_materials_clearcoat", "KHR_materials_transmission", "KHR_materials_ior", "KHR_materials_volume",
            "KHR_materials_emissive_strength");
        var material = writer.Add("materials", new()
        {
            ["pbrMetallicRoughness"] = new JsonObject
            {
                ["baseColorFactor"] = new JsonArray(0.5, 0.25, 1, 0.75),
                ["baseColorTexture"] = Reference(),
                ["metallicFactor"] = 0.25,
                ["roughnessFactor"] = 0.5,
                ["metallicRoughnessTexture"] = Reference(),
            },
            ["occlusionTexture"] = new JsonObject { ["index"] = picture, ["strength"] = 0.5 },
            ["emissiveTexture"] = Reference(),
            ["emissiveFactor"] = new JsonArray(1, 0.5, 0),
            ["alphaMode"] = "MASK",
            ["alphaCutoff"] = 0.25,
            ["extensions"] = new JsonObject
            {
                ["KHR_materials_clearcoat"] = new JsonObject { ["clearcoatFactor"] = 0.75, ["clearcoatRoughnessFactor"] = 0.125 },
                ["KHR_materials_transmission"] = new JsonObject { ["transmissionFactor"] = 0.5 },
                ["KHR_materials_ior"] = new JsonObject { ["ior"] = 1.25 },
                ["KHR_materials_volume"] = new JsonObject { ["thicknessFactor"] = 0.1 },
                ["KHR_materials_emissive_strength"] = new JsonObject { ["emissiveStrength"] = 4 },
            },
        });
        var primitive = CubeOf(writer, 1, default);
        primitive["material"] = material;
        var turned = CubeOf(writer, 1, new(4, 0, 0));
        turned["material"] = writer.Add("materials", new()
        {
            ["pbrMetallicRoughness"] = new JsonObject
            {
                ["baseColorTexture"] = new JsonObject
                {
                    ["index"] = picture,
                    ["extensions"] = new JsonObject
                    {
                        ["KHR_texture_transform"] = new JsonObject { ["offset"] = new JsonArray(0.5, 0), ["scale"] = new JsonArray(2, 4) },
                    },
                },
            },
        });
        writer.Show(primitive);
        writer.Show(turned);
        return writer;
    }

    // A cube of 1 m whose parent doubles it and moves it, beside a mirrored one under a matrix.
    private static GlbWriter Hierarchy()
    {
        var writer = new GlbWriter();
        var mesh = writer.Add("meshes", new() { ["primitives"] = new JsonArray(CubeOf(writer, 0.5f, default)) });
        var child = writer.Add("nodes", new() { ["mesh"] = mesh, ["translation"] = new JsonArray(0, 1, 0) });
        var parent = writer.Add("nodes", new()
        {
            ["children"] = new JsonArray(child),
            ["scale"] = new JsonArray(2, 2, 2),
            ["rotation"] = new JsonArray(0, 0, 0.70710677, 0.70710677),
        });
        var mirrored = writer.Add("nodes", new() { ["mesh"] = mesh, ["matrix"] = new JsonArray(-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 3, 0, 0, 1) });
        writer.Scene(parent, mirrored);
        return writer;
    }

    // A square as a strip, and beside it one as a fan, without normals.
    private static GlbWriter Strip()
    {
        var writer = new GlbWriter();
        writer.Show(new() { ["mode"] = 5, ["attributes"] = new JsonObject { ["POSITION"] = writer.Positions(new(0, 0, 0), new(1, 0, 0), new(0, 1, 0), new(1, 1, 0)) } });
        writer.Show(new() { ["mode"] = 6, ["attributes"] = new JsonObject { ["POSITION"] = writer.Positions(new(2, 0, 0), new(3, 0, 0), new(3, 1, 0), new(2, 1, 0)) } });
        return writer;
    }

    // A cube's corner pulled up to y = 3 by a sparse accessor.
    private static GlbWriter Sparse()
    {
        var writer = Cube();
        var accessor = writer.List("accessors")[0]!;
        ushort[] which = [2];
        float[] value = [6, 3, 1];
        accessor["sparse"] = new JsonObject
        {
            ["count"] = 1,
            ["indices"] = new JsonObject { ["bufferView"] = writer.View(MemoryMarshal.AsBytes(which)), ["componentType"] = 5123 },
            ["values"] = new JsonObject { ["bufferView"] = writer.View(MemoryMarshal.AsBytes(value)) },
        };
        accessor["max"] = new JsonArray(6, 3, 1);
        return writer;
    }

    // A triangle of signed shorts with a stride, normals of signed bytes, coordinates of unsigned shorts, indices of bytes.
    private static GlbWriter Quantised()
    {
        var writer = new GlbWriter();
        writer.Uses("KHR_mesh_quantization");
        writer.Root["extensionsRequired"] = new JsonArray("KHR_mesh_quantization");
        short[] positions = [0, 0, 0, 0, 32767, 0, 0, 0, 0, 32767, 0, 0];
        sbyte[] normals = [0, 0, 127, 0, 0, 0, 127, 0, 0, 0, 127, 0];
        ushort[] coordinates = [0, 65535, 65535, 65535, 0, 0];
        var p = writer.Accessor(writer.View(MemoryMarshal.AsBytes(positions), 8, 34962), "VEC3", 5122, 3, true);
        writer.List("accessors")[p]!["min"] = new JsonArray(0, 0, 0);
        writer.List("accessors")[p]!["max"] = new JsonArray(32767, 32767, 0);
        writer.Show(
            new()
            {
                ["attributes"] = new JsonObject
                {
                    ["POSITION"] = p,
                    ["NORMAL"] = writer.Accessor(writer.View(MemoryMarshal.AsBytes(normals), 4, 34962), "VEC3", 5120, 3, true),
                    ["TEXCOORD_0"] = writer.Accessor(writer.View(MemoryMarshal.AsBytes(coordinates), 4, 34962), "VEC2", 5123, 3, true),
                },
                ["indices"] = writer.Accessor(writer.View([0, 1, 2], 0, 34963), "SCALAR", 5121, 3),
            },
            new() { ["scale"] = new JsonArray(2, 2, 2) });
        return writer;
    }

    private static GlbWriter Coloured()
    {
        var writer = Cube();
        ((JsonObject)writer.List("meshes")[0]!["primitives"]![0]!["attributes"]!)["COLOR_0"] =
            writer.Vectors([.. Enumerable.Range(0, 24).Select(i => new Vector4(i / 24f, 1, 0.5f, 1))]);
        return writer;
    }

    // A cube that goes round the origin once in 4 s, above a still one.
    private static GlbWriter Spinning()
    {
        var writer = Cube();
        var moved = writer.Add("nodes", new() { ["mesh"] = 0, ["translation"] = new JsonArray(0, 4, 0) });
        writer.Scene(moved);
        float[] quarter = [0, 0.70710677f, 0, 0.70710677f], half = [0, 1, 0, 0], rest = [0, 0.70710677f, 0, -0.70710677f];
        Animate(writer, moved, "rotation", "LINEAR", writer.Keys("SCALAR", 0, 1, 2, 3, 4), writer.Keys("VEC4", [0, 0, 0, 1, .. quarter, .. half, .. rest, 0, 0, 0, -1]));
        return writer;
    }

    // A standing bar of two joints; the upper one bends by a right angle in 2 s.
    private static GlbWriter Bending()
    {
        var writer = new GlbWriter();
        Vector3[] points = [.. Enumerable.Range(0, 5).SelectMany(i => new Vector3[] { new(-0.1f, i * 0.5f, 0), new(0.1f, i * 0.5f, 0) })];
        ushort[] corners = [.. Enumerable.Range(0, 4).SelectMany(i => new[] { 0, 1, 3, 0, 3, 2 }.Select(k => (ushort)((2 * i) + k)))];
        byte[] joints = [.. points.SelectMany(p => new byte[] { (byte)(p.Y > 1.2f ? 1 : 0), 0, 0, 0 })];
        var upper = writer.Add("nodes", new() { ["translation"] = new JsonArray(0, 1, 0), ["rotation"] = new JsonArray(0, 0, 0, 1) });
        var lower = writer.Add("nodes", new() { ["children"] = new JsonArray(upper) });
        float[] inverses = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -1, 0, 1];
        var skin = writer.Add("skins", new() { ["joints"] = new JsonArray(lower, upper), ["inverseBindMatrices"] = writer.Keys("MAT4", inverses) });
        writer.Show(
            new()
            {
                ["attributes"] = new JsonObject
                {
                    ["POSITION"] = writer.Positions(points),
                    ["NORMAL"] = writer.Vectors([.. points.Select(_ => Vector3.UnitZ)]),
                    ["JOINTS_0"] = writer.Accessor(writer.View(joints, 4, 34962), "VEC4", 5121, 10),
                    ["WEIGHTS_0"] = writer.Vectors([.. points.Select(_ => Vector4.UnitX)]),
                },
                ["indices"] = writer.Indices(corners),
            },
            new() { ["skin"] = skin });
        writer.Scene(lower);
        Animate(writer, upper, "rotation", "LINEAR", writer.Keys("SCALAR", 0, 2), writer.Keys("VEC4", 0, 0, 0, 1, 0, 0, 0.70710677f, 0.70710677f));
        return writer;
    }

    // A cube whose morph target lifts everything by 1 m; its weight goes 0, 1, 0 on a cubic curve.
    private static GlbWriter Breathing()
    {
        var writer = Cube();
        var mesh = writer.List("meshes")[0]!;
        var lift = writer.Positions([.. Enumerable.Repeat(Vector3.UnitY, 24)]);
        mesh["primitives"]![0]!["targets"] = new JsonArray(new JsonObject { ["POSITION"] = lift });
        mesh["weights"] = new JsonArray(0);
        Animate(writer, 0, "weights", "CUBICSPLINE", writer.Keys("SCALAR", 0, 1, 2), writer.Keys("SCALAR", 0, 0, 0, 0, 1, 0, 0, 0, 0));
        return writer;
    }

    private static void Animate(GlbWriter writer, int node, string path, string interpolation, int times, int values)
    {
        if (path == "weights")
        {
            var accessor = (JsonObject)writer.List("accessors")[values]!;
            accessor.Remove("min");
            accessor.Remove("max");
        }

        writer.Add("animations", new()
        {
            ["channels"] = new JsonArray(new JsonObject { ["sampler"] = 0, ["target"] = new JsonObject { ["node"] = node, ["path"] = path } }),
            ["samplers"] = new JsonArray(new JsonObject { ["input"] = times, ["output"] = values, ["interpolation"] = interpolation }),
        });
    }
}
