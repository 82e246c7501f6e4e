using System.Buffers.Binary;
using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>Reads accessors: all component types, normalised or not, with strides, sparse or not. Each is decoded once.</summary>
internal sealed class AccessorReader(GltfFile file)
{
    // Far above what a model within the triangle limit needs; keeps a forged count from taking all memory.
    private const long MostNumbers = 64_000_000;

    private readonly IReadOnlyList<Place> _places = file.Root.Items("accessors");
    private readonly Dictionary<int, float[]> _floats = [];
    private long _read;

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>The values of an accessor of one of the given types, one after the other.</summary>
    /// <param name="index">Number of the accessor.</param>
    /// <param name="types">What it may be: SCALAR, VEC2, ...</param>
    public float[] Floats(int index, params ReadOnlySpan<string> types)
    {
        var place = _places[index];
        CheckType(place, types);
        if (!_floats.TryGetValue(index, out var values))
        {
            _floats[index] = values = Read(place);
        }

        return values;
    }

    /// <summary>Vectors of two.</summary>
    public Vector2[] Vectors2(int index) => Grouped(Floats(index, "VEC2"), 2, (v, i) => new Vector2(v[i], v[i + 1]));

    /// <summary>Vectors of three.</summary>
    public Vector3[] Vectors3(int index) => Grouped(Floats(index, "VEC3"), 3, (v, i) => new Vector3(v[i], v[i + 1], v[i + 2]));

    /// <summary>Vectors of four.</summary>
    public Vector4[] Vectors4(int index) => Grouped(Floats(index, "VEC4"), 4, (v, i) => new Vector4(v[i], v[i + 1], v[i + 2], v[i + 3]));

    /// <summary>Colours; those of three parts are opaque.</summary>
    public Vector4[] Colours(int index) => Width(_places[index]) == 4
        ? Vectors4(index)
        : Grouped(Floats(index, "VEC3", "VEC4"), 3, (v, i) => new Vector4(v[i], v[i + 1], v[i + 2], 1));

    /// <summary>Matrices, for vectors in rows.</summary>
    public Matrix4x4[] Matrices(int index) => Grouped(Floats(index, "MAT4"), 16, (v, i) => Transform.Matrix(v.AsSpan(i, 16)));

    /// <summary>Unsigned whole numbers: vertices of triangles, joints.</summary>
    public int[] Wholes(int index, string type)
    {
        var place = _places[index];
        CheckType(place, [type]);
        if (Component(place) is not (5121 or 5123 or 5125))
        {
            throw place.Broken("holds numbers of a vertex or joint and must be of an unsigned whole type");
        }

        // Whole numbers up to 2^24 are exact as floats, and no accessor has more vertices than that.
        return Array.ConvertAll(Floats(index, type), value => (int)Math.Min(value, int.MaxValue / 2));
    }

    /// <summary>What to throw when the content of an accessor is wrong.</summary>
    public InvalidDataException Broken(int index, string what) => _places[index].Broken(what);

    private static T[] Grouped<T>(float[] values, int width, Func<float[], int, T> make)
    {
        var result = new T[values.Length / width];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = make(values, i * width);
        }

        return result;
    }

    private static void CheckType(Place place, ReadOnlySpan<string> types)
    {
        var type = place.Text("type") ?? throw place.Broken("lacks \"type\"");
        if (!types.Contains(type))
        {
            throw place.Broken($"is of type {type} where {string.Join(" or ", types.ToArray())} is expected");
        }
    }

    private static int Component(Place place) => (int)place.Required("componentType").Whole(5120, 5126);

    private static int Width(Place place) => place.Text("type") switch
    {
        "SCALAR" => 1,
        "VEC2" => 2,
        "VEC3" => 3,
        "VEC4" => 4,
        "MAT4" => 16,
        var other => throw place.Broken($"is of type {other}, which nothing here needs"),
    };

    private static int Bytes(Place place, int component) => component switch
    {
        5120 or 5121 => 1,
        5122 or 5123 => 2,
        5125 or 5126 => 4,
        _ => throw place.Broken($"has the unknown component type {component}"),
    };

    private float[] Read(Place place)
    {
        int width = Width(place), component = Component(place), size = width * Bytes(place, component);
        var count = place.Required("count").Whole(1, MostNumbers);
        _read += count * width;
        if (_read > MostNumbers)
        {
            throw place.Broken($"brings the numbers of the model above {MostNumbers}");
        }

        var normalised = place.Flag("normalized");
        var values = new float[count * width];
        if (place.Index("bufferView", file.Views.Count, "bufferViews") is { } view)
        {
            var bytes = file.View(view).Span;
            var stride = (int)file.Views[view].Whole("byteStride", size, 1, 252);
            var offset = place.Whole("byteOffset", 0, 0, int.MaxValue);
            var end = offset + ((count - 1) * stride) + size;
            if (end > bytes.Length)
            {
                throw place.Broken($"needs {end} bytes of bufferViews[{view}], which has {bytes.Length}");
            }

            for (var i = 0; i < count; i++)
            {
                Decode(bytes[(int)(offset + (i * stride))..], values.AsSpan(i * width, width), component, normalised);
            }
        }

        if (place.Member("sparse") is { } sparse)
        {
            Replace(sparse, values, width, component, normalised);
        }

        var odd = component == 5126 ? Array.FindIndex(values, value => !float.IsFinite(value)) : -1;
        return odd < 0 ? values : throw place.Broken($"has a value that is no finite number at element {odd / width}");
    }

    private void Replace(Place sparse, float[] values, int width, int component, bool normalised)
    {
        var count = (int)sparse.Required("count").Whole(1, values.Length / width);
        Place numbers = sparse.Required("indices"), replaced = sparse.Required("values");
        var indexType = Component(numbers);
        if (indexType is not (5121 or 5123 or 5125))
        {
            throw numbers.Broken("must be of an unsigned whole type");
        }

        int indexSize = Bytes(numbers, indexType), size = width * Bytes(sparse, component);
        var indices = Slice(numbers, count * indexSize).Span;
        var source = Slice(replaced, count * size).Span;
        Span<float> index = stackalloc float[1];
        for (var i = 0; i < count; i++)
        {
            Decode(indices[(i * indexSize)..], index, indexType, false);
            if (index[0] >= values.Length / width)
            {
                throw numbers.Broken($"names element {index[0]} of {values.Length / width}");
            }

            Decode(source[(i * size)..], values.AsSpan((int)index[0] * width, width), component, normalised);
        }
    }

    private ReadOnlyMemory<byte> Slice(Place place, long length)
    {
        var view = place.Index("bufferView", file.Views.Count, "bufferViews") ?? throw place.Broken("lacks \"bufferView\"");
        var bytes = file.View(view);
        var offset = place.Whole("byteOffset", 0, 0, int.MaxValue);
        return offset + length <= bytes.Length
            ? bytes.Slice((int)offset, (int)length)
            : throw place.Broken($"needs {offset + length} bytes of bufferViews[{view}], which has {bytes.Length}");
    }

    private static void Decode(ReadOnlySpan<byte> from, Span<float> to, int component, bool normalised)
    {
        for (var c = 0; c < to.Length; c++)
        {
            to[c] = component switch
            {
                5120 => normalised ? Math.Max((sbyte)from[c] / 127f, -1) : (sbyte)from[c],
                5121 => normalised ? from[c] / 255f : from[c],
                5122 => normalised ? Math.Max(BinaryPrimitives.ReadInt16LittleEndian(from[(2 * c)..]) / 32767f, -1) : BinaryPrimitives.ReadInt16LittleEndian(from[(2 * c)..]),
                5123 => normalised ? BinaryPrimitives.ReadUInt16LittleEndian(from[(2 * c)..]) / 65535f : BinaryPrimitives.ReadUInt16LittleEndian(from[(2 * c)..]),
                5125 => BinaryPrimitives.ReadUInt32LittleEndian(from[(4 * c)..]),
                _ => BinaryPrimitives.ReadSingleLittleEndian(from[(4 * c)..]),
            };
        }
    }
}
