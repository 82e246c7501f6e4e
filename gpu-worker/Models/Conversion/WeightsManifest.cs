using System.Buffers.Binary;
using System.Text.Json;

namespace SoraFunctions.Models.Conversion;

/// <summary>Decodes the weights of a model of TensorFlow.js by the manifest in its model.json.</summary>
internal static class WeightsManifest
{
    /// <summary>The weights by name.</summary>
    /// <param name="manifest">The list <c>weightsManifest</c>: groups of weights and of files that hold them end to end.</param>
    /// <param name="read">Gives the content of a file of weights by the name in the manifest.</param>
    /// <exception cref="ConversionException">A type is not known, or the files are too short.</exception>
    public static Dictionary<string, Weight> Read(JsonElement manifest, Func<string, byte[]> read)
    {
        var weights = new Dictionary<string, Weight>(StringComparer.Ordinal);
        foreach (var group in manifest.EnumerateArray())
        {
            byte[] bytes = [.. group.GetProperty("paths").EnumerateArray().SelectMany(path => read(path.GetString()!))];
            var rest = bytes.AsSpan();
            foreach (var entry in group.GetProperty("weights").EnumerateArray())
            {
                var name = entry.GetProperty("name").GetString()!;
                var shape = entry.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64()).ToArray();
                var values = new float[shape.Aggregate(1L, (product, length) => product * length)];
                rest = rest[Decode(name, entry, rest, values)..];
                weights[name] = new(shape, values);
            }
        }
        return weights;
    }

    private static int Decode(string name, JsonElement entry, ReadOnlySpan<byte> bytes, float[] values)
    {
        var type = entry.GetProperty("dtype").GetString();
        var (stored, scale, offset) = (type, 1.0, 0.0);
        if (entry.TryGetProperty("quantization", out var quantisation))
        {
            stored = quantisation.GetProperty("dtype").GetString();
            if (stored != "float16")
                (scale, offset) = (quantisation.GetProperty("scale").GetDouble(), quantisation.GetProperty("min").GetDouble());
        }
        var size = stored switch
        {
            "float32" or "int32" => 4,
            "float16" or "uint16" => 2,
            "uint8" or "bool" => 1,
            _ => throw new ConversionException($"the weight {name} is of type {stored}, which is not known"),
        };
        if (bytes.Length < size * values.Length)
            throw new ConversionException($"the files of weights end within {name}");
        for (var i = 0; i < values.Length; i++)
        {
            var at = bytes.Slice(i * size, size);
            values[i] = stored switch
            {
                "float32" => BinaryPrimitives.ReadSingleLittleEndian(at),
                "int32" => BinaryPrimitives.ReadInt32LittleEndian(at),
                "float16" => (float)BinaryPrimitives.ReadHalfLittleEndian(at),
                "uint16" => (float)(BinaryPrimitives.ReadUInt16LittleEndian(at) * scale + offset),
                _ => (float)(at[0] * scale + offset),
            };
        }
        return size * values.Length;
    }
}
