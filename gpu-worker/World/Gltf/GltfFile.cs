using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace SoraFunctions.World.Gltf;

/// <summary>
/// A glTF 2.0 file taken apart: its JSON and its buffers. Both containers are read: binary (.glb) and JSON with data URIs (.gltf).
/// </summary>
internal sealed class GltfFile : IDisposable
{
    private const uint Magic = 0x46546C67;
    private const uint JsonChunk = 0x4E4F534A;
    private const uint BinaryChunk = 0x004E4942;

    private static readonly HashSet<string> _known =
    [
        "KHR_texture_transform", "KHR_mesh_quantization", "EXT_texture_webp", "KHR_lights_punctual", "KHR_materials_clearcoat",
        "KHR_materials_transmission", "KHR_materials_ior", "KHR_materials_emissive_strength", "KHR_materials_unlit", "KHR_materials_volume",
        "KHR_materials_sheen", "KHR_materials_specular", "KHR_materials_iridescence", "KHR_materials_anisotropy", "KHR_materials_dispersion",
        "KHR_materials_variants", "KHR_xmp_json_ld",
    ];

    private readonly JsonDocument _json;
    private readonly ReadOnlyMemory<byte> _binary;
    private readonly ReadOnlyMemory<byte>?[] _buffers;
    private readonly IReadOnlyList<Place> _bufferPlaces;

    private GltfFile(JsonDocument json, ReadOnlyMemory<byte> binary)
    {
        (_json, _binary) = (json, binary);
        Root = new(json.RootElement, "");
        _bufferPlaces = Root.Items("buffers");
        _buffers = new ReadOnlyMemory<byte>?[_bufferPlaces.Count];
        Views = Root.Items("bufferViews");
        CheckVersion();
    }

    /// <summary>The JSON's root.</summary>
    public Place Root { get; }

    /// <summary>Its buffer views.</summary>
    public IReadOnlyList<Place> Views { get; }

    /// <summary>Takes a file apart. Fails with <see cref="InvalidDataException"/> when it is no glTF 2.0 or needs what can't be done.</summary>
    public static GltfFile Open(ReadOnlyMemory<byte> file)
    {
        var (text, binary) = IsBinary(file.Span) ? Chunks(file) : (file, default);
        if (text.Span.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
        {
            text = text[3..];
        }

        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"The file is no glTF 2.0 model: its JSON is damaged ({problem.Message})", problem);
        }

        try
        {
            return new(json, binary);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    /// <summary>The bytes of a buffer view.</summary>
    public ReadOnlyMemory<byte> View(int index)
    {
        var place = Views[index];
        var buffer = Buffer(place.Index("buffer", _buffers.Length, "buffers") ?? throw place.Broken("lacks \"buffer\""));
        var offset = place.Whole("byteOffset", 0, 0, int.MaxValue);
        var length = place.Required("byteLength").Whole(1, int.MaxValue);
        return offset + length <= buffer.Length
            ? buffer.Slice((int)offset, (int)length)
            : throw place.Broken($"ends at byte {offset + length} of a buffer of {buffer.Length}");
    }

    /// <summary>The bytes of a data URI.</summary>
    public static ReadOnlyMemory<byte> Data(Place place, string uri)
    {
        var comma = uri.IndexOf(',', StringComparison.Ordinal);
        if (!uri.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || comma < 0)
        {
            var name = uri.Length > 60 ? uri[..60] : uri;
            throw place.Broken($"refers to the file \"{name}\"; a model must be one file: a .glb, or a .gltf with data URIs");
        }

        try
        {
            return uri.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
                ? Convert.FromBase64String(uri[(comma + 1)..])
                : throw place.Broken("is a data URI that is not base64");
        }
        catch (FormatException)
        {
            throw place.Broken("is a data URI whose base64 is damaged");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private static bool IsBinary(ReadOnlySpan<byte> file) => file.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(file) == Magic;

    private static (ReadOnlyMemory<byte> Json, ReadOnlyMemory<byte> Binary) Chunks(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 20 || Word(file, 4) != 2 || Word(file, 8) > file.Length || Word(file, 8) < 20)
        {
            throw new InvalidDataException("The GLB header is damaged: version 2 and the file's length are expected after \"glTF\".");
        }

        var end = (int)Word(file, 8);
        ReadOnlyMemory<byte> json = default, binary = default;
        var at = 12;
        for (var number = 0; at + 8 <= end; number++)
        {
            long length = Word(file, at);
            var kind = Word(file, at + 4);
            if (length > end - at - 8)
            {
                throw new InvalidDataException($"Chunk {number} of the GLB has {length} bytes, more than the {end - at - 8} that are left of the file.");
            }

            var chunk = file.Slice(at + 8, (int)length);
            json = number == 0 && kind == JsonChunk ? chunk : json;
            binary = number == 1 && kind == BinaryChunk ? chunk : binary;
            at += 8 + (int)length;
        }

        return json.IsEmpty ? throw new InvalidDataException("The first chunk of the GLB is not JSON.") : (json, binary);
    }

    private static uint Word(ReadOnlyMemory<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.Span[at..]);

    private void CheckVersion()
    {
        var asset = Root.Required("asset");
        var version = asset.Text("version") ?? "";
        if (!version.StartsWith("2.", StringComparison.Ordinal))
        {
            throw asset.Broken($"has version \"{version}\"; glTF 2.0 is read");
        }

        foreach (var required in Root.Items("extensionsRequired"))
        {
            var name = required.Text();
            if (!_known.Contains(name))
            {
                throw required.Broken(string.Create(CultureInfo.InvariantCulture, $"needs {Named(name)}"));
            }
        }
    }

    private static string Named(string extension) => extension switch
    {
        "KHR_draco_mesh_compression" or "EXT_meshopt_compression" or "KHR_meshopt_compression" =>
            $"the compression {extension}, which is not read; export the meshes uncompressed (KHR_mesh_quantization is fine)",
        "KHR_texture_basisu" => $"{extension}, which is not read; export the textures as PNG, JPEG or WebP",
        _ => $"the extension {(extension.Length > 60 ? extension[..60] : extension)}, which is not known; export without it",
    };

    private ReadOnlyMemory<byte> Buffer(int index)
    {
        if (_buffers[index] is { } known)
        {
            return known;
        }

        var place = _bufferPlaces[index];
        var length = place.Required("byteLength").Whole(1, int.MaxValue);
        var bytes = place.Text("uri") is { } uri ? Data(place, uri)
            : index == 0 ? _binary
            : throw place.Broken("has no data: only the first buffer can be the file's binary part");
        _buffers[index] = length <= bytes.Length
            ? bytes[..(int)length]
            : throw place.Broken($"has {length} bytes by its own account, and {bytes.Length} in truth");
        return _buffers[index]!.Value;
    }
}
