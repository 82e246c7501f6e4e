using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.ProductModels;

/// <summary>
/// Tells from bytes alone whether they are a glTF 2.0 binary file (Khronos, "glTF 2.0 Specification", 2021, section 4) that holds all it
/// needs, and finds the pictures in it. Reads no mesh: what a mesh lacks, the engine says.
/// </summary>
internal static class GltfBinary
{
    private const uint Magic = 0x46546C67;
    private const uint Json = 0x4E4F534A;
    private const uint Bin = 0x004E4942;
    private const int HeaderLength = 12;
    private const int ChunkHeaderLength = 8;

    /// <summary>Compressions that hide meshes and pictures from whoever lacks their decoder.</summary>
    private static readonly string[] _unread =
        ["KHR_draco_mesh_compression", "EXT_meshopt_compression", "KHR_meshopt_compression", "KHR_texture_basisu"];

    /// <summary>The pictures in a file that is taken.</summary>
    /// <param name="file">All of it.</param>
    /// <exception cref="InvalidDataException">It is not taken; the message says why.</exception>
    public static IReadOnlyList<ModelPicture> Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length > ModelLimits.LargestLength)
        {
            throw new InvalidDataException($"has {bytes.Length} bytes");
        }

        if (bytes.Length < HeaderLength + ChunkHeaderLength || Word(bytes, 0) != Magic)
        {
            throw new InvalidDataException("is no glTF binary file: it does not begin with 'glTF'");
        }

        if (Word(bytes, 4) != 2)
        {
            throw new InvalidDataException($"is glTF of version {Word(bytes, 4)}");
        }

        if (Word(bytes, 8) != bytes.Length)
        {
            throw new InvalidDataException($"is cut off or broken: it says that it has {Word(bytes, 8)} bytes and has {bytes.Length}");
        }

        var json = Chunk(bytes, HeaderLength, Json) ?? throw new InvalidDataException("is broken: its first chunk is not JSON");
        var bin = Chunk(bytes, json.End.Value, Bin) ?? new Range(bytes.Length, bytes.Length);
        try
        {
            using var document = JsonDocument.Parse(file[json], new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
            return Pictures(document.RootElement, bytes, bin);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException("is broken: its JSON chunk is not the JSON of a glTF file", fault);
        }
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    /// <summary>Where the content of the chunk at a place lies; null when there is none of that type.</summary>
    private static Range? Chunk(ReadOnlySpan<byte> bytes, int at, uint type)
    {
        if (at + ChunkHeaderLength > bytes.Length || Word(bytes, at + 4) != type)
        {
            return null;
        }

        var start = at + ChunkHeaderLength;
        return Word(bytes, at) is var length && length <= bytes.Length - start
            ? start..(start + (int)length)
            : throw new InvalidDataException("is cut off or broken: a chunk is longer than the file");
    }

    private static List<ModelPicture> Pictures(JsonElement gltf, ReadOnlySpan<byte> bytes, Range bin)
    {
        if (!(gltf.GetProperty("asset").GetProperty("version").GetString() ?? "").StartsWith("2.", StringComparison.Ordinal))
        {
            throw new InvalidDataException("is not glTF 2.0 by its asset.version");
        }

        foreach (var needed in Items(gltf, "extensionsRequired").Select(name => name.GetString()))
        {
            if (Array.IndexOf(_unread, needed) >= 0)
            {
                throw new InvalidDataException($"needs {needed}, which is not read: export it without that compression");
            }
        }

        if (Items(gltf, "meshes").Count == 0)
        {
            throw new InvalidDataException("holds no mesh");
        }

        foreach (var (name, item) in new[] { "buffers", "images" }.SelectMany(name => Items(gltf, name).Select((item, i) => ($"{name}[{i}]", item))))
        {
            if (item.TryGetProperty("uri", out _))
            {
                throw new InvalidDataException($"refers to a file outside of itself or in its JSON: {name}.uri");
            }
        }

        var found = new List<ModelPicture>();
        foreach (var (i, image) in Items(gltf, "images").Index())
        {
            if (Picture(gltf, image, i, bytes, bin) is { } picture)
            {
                found.Add(picture);
            }
        }

        return found;
    }

    private static ModelPicture? Picture(JsonElement gltf, JsonElement image, int index, ReadOnlySpan<byte> bytes, Range bin)
    {
        var views = Items(gltf, "bufferViews");
        var (start, length) = image.TryGetProperty("bufferView", out var which) && which.TryGetInt32(out var number) && number >= 0 && number < views.Count
            ? (bin.Start.Value + (long)Number(views[number], "byteOffset"), (long)Number(views[number], "byteLength"))
            : (-1, 0);
        if (start < bin.Start.Value || length <= 0 || start + length > bin.End.Value)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"is broken: images[{index}] does not lie in the file"));
        }

        var content = bytes.Slice((int)start, (int)length);
        var facts = PngStructure.Read(content) ?? JpegStructure.Read(content) ?? WebpStructure.Read(content);
        if (facts is { Width: < PictureLimits.SmallestSide, Height: < PictureLimits.SmallestSide })
        {
            // A swatch of colour: nothing can be seen on it that could be judged.
            return null;
        }

        try
        {
            return new ModelPicture(PictureReader.Read(content).MediaType, (int)start, (int)length);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"holds a picture that is not taken: images[{index}] {fault.Message}"), fault);
        }
    }

    private static IReadOnlyList<JsonElement> Items(JsonElement gltf, string name) =>
        gltf.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];

    private static uint Number(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetUInt32() : 0;
}
