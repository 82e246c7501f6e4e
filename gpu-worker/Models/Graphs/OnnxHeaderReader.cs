using System.Text;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SoraFunctions.Models.Graphs;

/// <summary>
/// Reads the head of an .onnx file (onnx.proto) and steps over its weights, so that a package of many gigabytes is checked in
/// milliseconds.
/// </summary>
public static class OnnxHeaderReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no ONNX model.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OnnxHeader Read(string path)
    {
        using var file = File.OpenRead(path);
        var reading = new Reading();
        var fields = new ProtobufStream(file, file.Length);
        while (fields.Read())
            if (fields.Field == 1)
                reading.IrVersion = (long)fields.Number;
            else if (fields.Field == 7)
                ReadGraph(fields.Message(), reading);
            else if (fields.Field == 8)
                ReadOpset(fields.Message(), reading);
        if (reading.IrVersion == 0 || reading.Outputs.Count == 0)
            throw new InvalidDataException("the file is no ONNX model");
        // Before version 4 of the format, weights were listed among the inputs too.
        return new(reading.IrVersion, reading.Opset, [.. reading.Inputs.Where(input => !reading.Weights.Contains(input.Name))], reading.Outputs, reading.External);
    }

    private static void ReadOpset(ProtobufStream fields, Reading reading)
    {
        var (domain, version) = ("", 0L);
        while (fields.Read())
            if (fields.Field == 1)
                domain = fields.Text();
            else if (fields.Field == 2)
                version = (long)fields.Number;
        if (domain is "" or "ai.onnx")
            reading.Opset = version;
    }

    private static void ReadGraph(ProtobufStream fields, Reading reading)
    {
        while (fields.Read())
            if (fields.Field == 5)
                ReadWeight(fields.Message(), reading);
            else if (fields.Field == 11)
                reading.Inputs.Add(ReadValue(fields.Message()));
            else if (fields.Field == 12)
                reading.Outputs.Add(ReadValue(fields.Message()));
    }

    private static void ReadWeight(ProtobufStream fields, Reading reading)
    {
        while (fields.Read())
            if (fields.Field == 8)
                reading.Weights.Add(fields.Text());
            else if (fields.Field == 13 && ReadEntry(fields.Message()) is ("location", var file))
                reading.External.Add(file);
    }

    private static (string Key, string Value) ReadEntry(ProtobufStream fields)
    {
        var (key, value) = ("", "");
        while (fields.Read())
            if (fields.Field == 1)
                key = fields.Text();
            else if (fields.Field == 2)
                value = fields.Text();
        return (key, value);
    }

    private static TensorSpec ReadValue(ProtobufStream fields)
    {
        var spec = new TensorSpec("", 0, [], []);
        while (fields.Read())
            if (fields.Field == 1)
                spec = spec with { Name = fields.Text() };
            else if (fields.Field == 2)
                spec = ReadType(fields.Message(), spec);
        return spec;
    }

    private static TensorSpec ReadType(ProtobufStream fields, TensorSpec spec)
    {
        while (fields.Read())
            if (fields.Field == 1)
            {
                var tensor = fields.Message();
                while (tensor.Read())
                    if (tensor.Field == 1)
                        spec = spec with { Type = (TensorElementType)tensor.Number };
                    else if (tensor.Field == 2)
                        spec = ReadShape(tensor.Message(), spec);
            }
        return spec;
    }

    private static TensorSpec ReadShape(ProtobufStream fields, TensorSpec spec)
    {
        var (shape, axes) = (new List<int>(), new List<string>());
        while (fields.Read())
        {
            var (length, axis) = (-1, "");
            var dimension = fields.Message();
            while (dimension.Read())
                if (dimension.Field == 1)
                    length = (int)dimension.Number;
                else if (dimension.Field == 2)
                    axis = dimension.Text();
            shape.Add(length);
            axes.Add(axis);
        }
        return spec with { Shape = shape, Axes = axes };
    }

    private sealed class Reading
    {
        public long IrVersion { get; set; }
        public long Opset { get; set; }
        public List<TensorSpec> Inputs { get; } = [];
        public List<TensorSpec> Outputs { get; } = [];
        public HashSet<string> Weights { get; } = [];
        public SortedSet<string> External { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>Walks the fields of a message in a file; content that nobody asks for is stepped over.</summary>
    private sealed class ProtobufStream(Stream stream, long end)
    {
        private const int LongestText = 1 << 16;

        private long _next = stream.Position;

        public int Field { get; private set; }

        public ulong Number { get; private set; }

        private long Length { get; set; }

        public bool Read()
        {
            stream.Position = _next;
            if (_next >= end)
                return false;
            var tag = Varint();
            Field = (int)(tag >> 3);
            Length = 0;
            switch (tag & 7)
            {
                case 0: Number = Varint(); break;
                case 1: Length = 8; break;
                case 2: Length = (long)Math.Min(Varint(), long.MaxValue); break;
                case 5: Length = 4; break;
                default: throw NoModel();
            }
            _next = stream.Position + Length;
            return _next <= end && _next >= 0 ? true : throw NoModel();
        }

        public ProtobufStream Message() => new(stream, _next);

        public string Text()
        {
            if (Length > LongestText)
                throw NoModel();
            var bytes = new byte[Length];
            stream.ReadExactly(bytes);
            return Encoding.UTF8.GetString(bytes);
        }

        private ulong Varint()
        {
            ulong value = 0;
            for (var shift = 0; shift < 64; shift += 7)
            {
                var next = stream.ReadByte();
                if (next < 0)
                    throw NoModel();
                value |= (ulong)(next & 127) << shift;
                if (next < 128)
                    return value;
            }
            throw NoModel();
        }

        private static InvalidDataException NoModel() => new("the file is no ONNX model, or it is cut off");
    }
}
