using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>
/// The content hash of a hard binding: for each top-level box that is not left out, its offset as 64 bits,
/// then its bytes less the parts left out (C2PA 2.2 section 9.2.2 and A.5.6). Version 1 had no offsets.
/// </summary>
internal static class BmffHash
{
    public static byte[] Compute(
        Stream file,
        IReadOnlyList<BmffBox> topLevel,
        IReadOnlyList<ExcludedRange> excluded,
        bool withOffsets,
        HashAlgorithmName algorithm,
        CancellationToken cancellationToken)
    {
        var whole = excluded.Select(range => range.WholeTopLevelBox).OfType<BmffBox>().ToHashSet();
        var gaps = Merge(excluded);
        using var hash = IncrementalHash.CreateHash(algorithm);
        Span<byte> offset = stackalloc byte[8];
        var gap = 0;
        foreach (var box in topLevel.Where(box => !whole.Contains(box)))
        {
            BinaryPrimitives.WriteInt64BigEndian(offset, box.Offset);
            if (withOffsets)
                hash.AppendData(offset);
            var at = box.Offset;
            while (gap < gaps.Count && gaps[gap].End <= at)
                gap++;
            for (var next = gap; at < box.End; next++)
            {
                var stop = next < gaps.Count ? Math.Clamp(gaps[next].Offset, at, box.End) : box.End;
                FileHash.Append(hash, file, at, stop, cancellationToken);
                at = next < gaps.Count ? Math.Max(stop, Math.Min(gaps[next].End, box.End)) : stop;
            }
        }
        return hash.GetHashAndReset();
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
