namespace SoraFunctions.Provenance.Tests;

/// <summary>
/// A file of any length that keeps only its first bytes; the rest reads as zeros, and what is written there is dropped.
/// </summary>
internal sealed class HollowFile(byte[] head, long length) : Stream
{
    private long length = length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var part = buffer[..(int)Math.Min(buffer.Length, length - Position)];
        part.Clear();
        if (Position < head.Length)
            head.AsSpan((int)Position, (int)Math.Min(part.Length, head.Length - Position)).CopyTo(part);
        Position += part.Length;
        return part.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Position += buffer.Length;
        length = Math.Max(length, Position);
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => length + offset };

    public override void SetLength(long value) => length = value;

    public override void Flush()
    {
    }
}
