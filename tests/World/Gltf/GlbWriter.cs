using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SoraFunctions.World.Tests.Gltf;

/// <summary>Writes small glTF 2.0 files.</summary>
public sealed class GlbWriter
{
    private readonly MemoryStream _binary = new();

    public JsonObject Root { get; } = new() { ["asset"] = new JsonObject { ["version"] = "2.0" } };

    /// <summary>The array of a member of the root, made when it is missing.</summary>
    public JsonArray List(string name) => (JsonArray)(Root[name] ??= new JsonArray());

    /// <summary>Adds an entry to a list of the root and gives its number.</summary>
    public int Add(string list, JsonObject entry)
    {
        List(list).Add(entry);
        return List(list).Count - 1;
    }

    public int View(ReadOnlySpan<byte> bytes, int stride = 0, int target = 0)
    {
        while (_binary.Length % 4 != 0)
        {
            _binary.WriteByte(0);
        }

        var view = new JsonObject { ["buffer"] = 0, ["byteOffset"] = _binary.Length, ["byteLength"] = bytes.Length };
        if (stride > 0)
        {
            view["byteStride"] = stride;
        }

        if (target > 0)
        {
            view["target"] = target;
        }

        _binary.Write(bytes);
        return Add("bufferViews", view);
    }

    public int Accessor(int view, string type, int component, int count, bool normalised = false)
    {
        var accessor = new JsonObject { ["bufferView"] = view, ["type"] = type, ["componentType"] = component, ["count"] = count };
        if (normalised)
        {
            accessor["normalized"] = true;
        }

        return Add("accessors", accessor);
    }

    public int Positions(params Vector3[] points)
    {
        var index = Accessor(View(MemoryMarshal.AsBytes(points), 0, 34962), "VEC3", 5126, points.Length);
        var accessor = List("accessors")[index]!;
        accessor["min"] = Array(points.Aggregate(Vector3.Min));
        accessor["max"] = Array(points.Aggregate(Vector3.Max));
        return index;
    }

    public int Vectors(params Vector3[] vectors) => Accessor(View(MemoryMarshal.AsBytes(vectors), 0, 34962), "VEC3", 5126, vectors.Length);

    public int Vectors(params Vector2[] vectors) => Accessor(View(MemoryMarshal.AsBytes(vectors), 0, 34962), "VEC2", 5126, vectors.Length);

    public int Vectors(params Vector4[] vectors) => Accessor(View(MemoryMarshal.AsBytes(vectors), 0, 34962), "VEC4", 5126, vectors.Length);

    public int Indices(params ushort[] corners) => Accessor(View(MemoryMarshal.AsBytes(corners), 0, 34963), "SCALAR", 5123, corners.Length);

    /// <summary>Keys of an animation: numbers without a role in a mesh.</summary>
    public int Keys(string type, params float[] numbers)
    {
        var width = type switch { "SCALAR" => 1, "VEC3" => 3, "VEC4" => 4, _ => 16 };
        var index = Accessor(View(MemoryMarshal.AsBytes(numbers)), type, 5126, numbers.Length / width);
        if (type == "SCALAR")
        {
            List("accessors")[index]!["min"] = new JsonArray(numbers.Min());
            List("accessors")[index]!["max"] = new JsonArray(numbers.Max());
        }

        return index;
    }

    /// <summary>Adds a texture of a picture file.</summary>
    public int Picture(byte[] file, string kind, JsonObject? sampler = null)
    {
        var image = Add("images", new() { ["bufferView"] = View(file), ["mimeType"] = kind });
        var texture = new JsonObject { ["source"] = image };
        if (sampler is not null)
        {
            texture["sampler"] = Add("samplers", sampler);
        }

        return Add("textures", texture);
    }

    /// <summary>Adds a mesh of one primitive, a node that shows it, and the scene.</summary>
    public void Show(JsonObject primitive, JsonObject? node = null)
    {
        node ??= [];
        node["mesh"] = Add("meshes", new() { ["primitives"] = new JsonArray(primitive) });
        Scene(Add("nodes", node));
    }

    public void Scene(params int[] nodes)
    {
        if (List("scenes").Count == 0)
        {
            Add("scenes", new() { ["nodes"] = new JsonArray() });
            Root["scene"] = 0;
        }

        foreach (var node in nodes)
        {
            ((JsonArray)List("scenes")[0]!["nodes"]!).Add(node);
        }
    }

    public void Uses(params string[] extensions) => Root["extensionsUsed"] = new JsonArray([.. extensions.Select(name => (JsonNode)name)]);

    public byte[] Glb()
    {
        if (_binary.Length > 0)
        {
            Root["buffers"] = new JsonArray(new JsonObject { ["byteLength"] = _binary.Length });
        }

        var json = Padded(System.Text.Encoding.UTF8.GetBytes(Root.ToJsonString()), (byte)' ');
        var binary = Padded(_binary.ToArray(), 0);
        using var file = new MemoryStream();
        Word(file, 0x46546C67);
        Word(file, 2);
        Word(file, 12 + 8 + json.Length + (binary.Length > 0 ? 8 + binary.Length : 0));
        Word(file, json.Length);
        Word(file, 0x4E4F534A);
        file.Write(json);
        if (binary.Length > 0)
        {
            Word(file, binary.Length);
            Word(file, 0x004E4942);
            file.Write(binary);
        }

        return file.ToArray();
    }

    /// <summary>The same as JSON with its buffer in a data URI.</summary>
    public byte[] Gltf()
    {
        Root["buffers"] = new JsonArray(new JsonObject
        {
            ["byteLength"] = _binary.Length,
            ["uri"] = "data:application/octet-stream;base64," + Convert.ToBase64String(_binary.ToArray()),
        });
        return System.Text.Encoding.UTF8.GetBytes(Root.ToJsonString());
    }

    public static JsonArray Array(Vector3 v) => new(v.X, v.Y, v.Z);

    private static void Word(Stream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static byte[] Padded(byte[] bytes, byte with)
    {
        var padded = new byte[(bytes.Length + 3) / 4 * 4];
        System.Array.Fill(padded, with);
        bytes.CopyTo(padded, 0);
        return padded;
    }
}
