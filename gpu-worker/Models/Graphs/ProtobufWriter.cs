using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Models.Graphs;

/// <summary>Writes the few kinds of protobuf fields that onnx.proto needs.</summary>
internal sealed class ProtobufWriter
{
    private readonly MemoryStream _stream = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Bytes => _stream.GetBuffer().AsSpan(0, (int)_stream.Length);

    public ProtobufWriter Varint(int field, long value)
    {
        Raw((ulong)field << 3);
        Raw((ulong)value);
        return this;
    }

    public ProtobufWriter Float(int field, float value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(four, value);
        Raw((ulong)field << 3 | 5);
        _stream.Write(four);
        return this;
    }

    public ProtobufWriter Blob(int field, ReadOnlySpan<byte> value)
    {
        Raw((ulong)field << 3 | 2);
        Raw((ulong)value.Length);
        _stream.Write(value);
        return this;
    }

    public ProtobufWriter Text(int field, string value) => Blob(field, Encoding.UTF8.GetBytes(value));

    public ProtobufWriter Message(int field, ProtobufWriter value) => Blob(field, value.Bytes);

    private void Raw(ulong value)
    {
        for (; value > 127; value >>= 7)
            _stream.WriteByte((byte)(value | 128));
        _stream.WriteByte((byte)value);
    }
}
