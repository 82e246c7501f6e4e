namespace SoraFunctions.Provenance.Bmff;

/// <summary>A box of the source and where it goes in the stamped file. Offsets and sizes in bytes.</summary>
internal sealed record Placed(BmffBox Source, long NewOffset, long NewSize);

/// <summary>
/// Where everything goes when old C2PA boxes are taken out and a new one is put after ftyp.
/// Also the map from old to new positions that chunk offsets need.
/// </summary>
internal sealed class Layout
{
    private Layout(IReadOnlyList<Placed> boxes, long c2paOffset) => (Boxes, C2paOffset) = (boxes, c2paOffset);

    public IReadOnlyList<Placed> Boxes { get; }

    public long C2paOffset { get; }

    /// <param name="source">The top-level boxes of the source.</param>
    /// <param name="c2paSize">Size of the new C2PA box.</param>
    /// <param name="newSizes">New sizes of the boxes that change size.</param>
    /// <exception cref="InvalidDataException">No ftyp, or picture or index before it.</exception>
    public static Layout Plan(IReadOnlyList<BmffBox> source, long c2paSize, IReadOnlyDictionary<BmffBox, long>? newSizes = null)
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
        long at = 0, c2paOffset = 0;
        foreach (var (index, box) in kept.Index())
        {
            var size = newSizes?.GetValueOrDefault(box, box.Size) ?? box.Size;
            placed.Add(new Placed(box, at, size));
            at += size;
            if (index != ftyp)
                continue;
            c2paOffset = at;
            at += c2paSize;
        }
        return new Layout(placed, c2paOffset);
    }

    /// <summary>
    /// Where the byte that lay at <paramref name="old"/> lies now. A position in no kept box stays as it is.
    /// </summary>
    public long Map(long old)
    {
        int low = 0, high = Boxes.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (box, offset, _) = Boxes[middle];
            if (old < box.Offset)
                high = middle - 1;
            else if (old >= box.End)
                low = middle + 1;
            else
                return old - box.Offset + offset;
        }
        return old;
    }
}
