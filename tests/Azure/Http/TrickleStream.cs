namespace SoraFunctions.Azure.Tests.Http;

/// <summary>A body that comes byte by byte and can be read but once.</summary>
internal sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public int Reads { get; private set; }

    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Reads++;
        return base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
