namespace SoraFunctions.Provenance.Bmff;

/// <summary>A box of the source and where it goes in the stamped file. Offsets and sizes in bytes.</summary>
internal sealed record Placed(BmffBox Source, long NewOffset, long NewSize);

/// <summary>
/// Where everything goes when old C2PA boxes are taken out, a new one is put after ftyp and, in a fragmented file, one more before
/// each moof. Also the map from old to new positions that chunk offsets need.
/// </summary>
internal sealed class Layout
{
    private readonly long oldEnd;

    private Layout(IReadOnlyList<Placed> boxes, long c2paOffset, IReadOnlyList<long> merkleOffsets, long oldEnd) =>
        (Boxes, C2paOffset, MerkleOffsets, this.oldEnd) = (boxes, c2paOffset, merkleOffsets, oldEnd);

    public IReadOnlyList<Placed> Boxes { get; }

    /// <summary>Where the box with the manifest store goes.</summary>
    public long C2paOffset { get; }

    /// <summary>Where the boxes with the places in the Merkle tree go, one before each moof.</summary>
    public IReadOnlyList<long> MerkleOffsets { get; }

    /// <summary>Size of the stamped file.</summary>
    public long Size => Boxes[^1].NewOffset + Boxes[^1].NewSize;

    /// <param name="source">The top-level boxes of the source.</param>
    /// <param name="c2paSize">Size of the new C2PA box.</param>
    /// <param name="merkleSize">Size of the box before each moof.</param>
    /// <param name="newSizes">New sizes of the boxes that change size.</param>
    /// <exception cref="InvalidDataException">No ftyp, or picture or index before it.</exception>
    public static Layout Plan(
        IReadOnlyList<BmffBox> source, long c2paSize, long merkleSize, IReadOnlyDictionary<BmffBox, long>? newSizes = null)
    {
        var kept = source.Where(box => !box.IsC2pa).ToList();
        var ftyp = kept.FindIndex(box => box.Type == "ftyp");
        if (ftyp < 0)
            throw new InvalidDataException("This is not an MP4 file: it has no ftyp box.");
        var early = kept.Take(ftyp).FirstOrDefault(box => box.Type is "moov" or "mdat" or "moof");
        if (early is not null)
            throw new InvalidDataException(
                $"The {early.Type} box comes before ftyp; the manifest must lie between them.");
        if (!kept.Any(box => box.Type == "moov"))
            throw new InvalidDataException("This MP4 file has no moov box: there is nothing to play.");

        var placed = new List<Placed>();
        var merkle = new List<long>();
        long at = 0, c2paOffset = 0;
        foreach (var (index, box) in kept.Index())
        {
            if (box.Type == "moof")
            {
                merkle.Add(at);
                at += merkleSize;
            }
            var size = newSizes?.GetValueOrDefault(box, box.Size) ?? box.Size;
            placed.Add(new Placed(box, at, size));
            at += size;
            if (index != ftyp)
                continue;
            c2paOffset = at;
            at += c2paSize;
        }
        return new Layout(placed, c2paOffset, merkle, source[^1].End);
    }

    /// <summary>
    /// Where the byte that lay at <paramref name="old"/> lies now. A position in no kept box stays as it is.
    /// </summary>
    public long Map(long old) => Find(old) is { } index ? old - Boxes[index].Source.Offset + Boxes[index].NewOffset : old;

    /// <summary>
    /// Where a stretch that began at <paramref name="old"/> begins now: what was put before a box belongs to it. The end of the file
    /// is a position too.
    /// </summary>
    public long MapStart(long old)
    {
        if (old >= oldEnd)
            return Size;
        if (Find(old) is not { } index || Boxes[index].Source.Offset != old)
            return Map(old);
        return index == 0 ? 0 : Boxes[index - 1].NewOffset + Boxes[index - 1].NewSize;
    }

    private int? Find(long old)
    {
        int low = 0, high = Boxes.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var box = Boxes[middle].Source;
            if (old < box.Offset)
                high = middle - 1;
            else if (old >= box.End)
                low = middle + 1;
            else
                return middle;
        }
        return null;
    }
}
