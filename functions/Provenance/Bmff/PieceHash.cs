using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>
/// Hashes runs of top-level boxes: for each that is not left out its offset as 64 bits, then its bytes less the parts left out
/// (C2PA 2.2 section 9.2.2 and A.5.6). Version 1 had no offsets.
/// </summary>
internal sealed class PieceHash
{
    private readonly Stream file;
    private readonly HashSet<BmffBox> whole;
    private readonly List<(long Offset, long End)> gaps;
    private readonly bool withOffsets;
    private readonly CancellationToken cancellationToken;

    public PieceHash(Stream file, IReadOnlyList<ExcludedRange> excluded, bool withOffsets, CancellationToken cancellationToken)
    {
        (this.file, this.withOffsets, this.cancellationToken) = (file, withOffsets, cancellationToken);
        whole = [.. excluded.Select(range => range.WholeTopLevelBox).OfType<BmffBox>()];
        gaps = Merge(excluded);
    }

    /// <summary>The hash of a run of boxes in file order.</summary>
    public byte[] Of(IEnumerable<BmffBox> run, HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        Span<byte> offset = stackalloc byte[8];
        foreach (var box in run)
        {
            if (whole.Contains(box))
                continue;
            BinaryPrimitives.WriteInt64BigEndian(offset, box.Offset);
            if (withOffsets)
                hash.AppendData(offset);
            Append(hash, box.Offset, box.End);
        }
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of bytes as they stand.</summary>
    public byte[] OfBytes(long from, long to, HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        FileHash.Append(hash, file, from, to, cancellationToken);
        return hash.GetHashAndReset();
    }

    private void Append(IncrementalHash hash, long at, long end)
    {
        for (var gap = FirstGapAfter(at); at < end; gap++)
        {
            var stop = gap < gaps.Count ? Math.Clamp(gaps[gap].Offset, at, end) : end;
            FileHash.Append(hash, file, at, stop, cancellationToken);
            at = gap < gaps.Count ? Math.Max(stop, Math.Min(gaps[gap].End, end)) : stop;
        }
    }

    private int FirstGapAfter(long at)
    {
        int low = 0, high = gaps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (gaps[middle].End <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static List<(long Offset, long End)> Merge(IEnumerable<ExcludedRange> ranges)
    {
        var merged = new List<(long Offset, long End)>();
        foreach (var range in ranges.OrderBy(range => range.Offset))
        {
            if (merged.Count > 0 && range.Offset <= merged[^1].End)
                merged[^1] = (merged[^1].Offset, Math.Max(merged[^1].End, range.End));
            else
                merged.Add((range.Offset, range.End));
        }
        return merged;
    }
}
