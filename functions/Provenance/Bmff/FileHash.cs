using System.Buffers;
using System.Security.Cryptography;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>Hashes and copies stretches of a file through one pooled buffer.</summary>
internal static class FileHash
{
    private const int BufferSize = 1 << 18;

    public static void Append(IncrementalHash hash, Stream file, long from, long to, CancellationToken cancellationToken) =>
        Pass(file, from, to, hash, null, cancellationToken);

    /// <summary>Copies a stretch to where the destination stands, hashing it on the way where there is a hash.</summary>
    public static void Copy(
        Stream file, Stream destination, long from, long to, IncrementalHash? hash, CancellationToken cancellationToken) =>
        Pass(file, from, to, hash, destination, cancellationToken);

    private static void Pass(
        Stream file, long from, long to, IncrementalHash? hash, Stream? destination, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            file.Position = from;
            for (var left = to - from; left > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                file.ReadExactly(part);
                destination?.Write(part);
                hash?.AppendData(part);
                left -= part.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
