namespace SoraFunctions.Provenance.Bmff;

/// <summary>A stretch of the file that is left out of the hash.</summary>
/// <param name="Offset">First byte left out.</param>
/// <param name="End">First byte after them.</param>
/// <param name="Path">The exclusion's path.</param>
/// <param name="WholeTopLevelBox">The top-level box that is left out entirely, its offset too; null for a part of
/// one.</param>
internal readonly record struct ExcludedRange(long Offset, long End, string Path, BmffBox? WholeTopLevelBox);

/// <summary>Finds the stretches of a file that exclusions name.</summary>
internal sealed class ExclusionResolver(Stream file, IReadOnlyList<BmffBox> topLevel)
{
    /// <summary>Most boxes looked at, so that crossed paths cannot cost more than the file is worth.</summary>
    public const int MaxLooks = 500_000;

    private int looks;

    /// <exception cref="InvalidDataException">A box on the way is malformed.</exception>
    public IEnumerable<ExcludedRange> Resolve(Exclusion exclusion) =>
        from box in Find(topLevel, exclusion.Path, 0)
        where Matches(exclusion, box)
        from range in Ranges(exclusion, box)
        select range;

    private static IEnumerable<ExcludedRange> Ranges(Exclusion exclusion, BmffBox box)
    {
        if (exclusion.Subset.Count == 0)
            return [new ExcludedRange(box.Offset, box.End, exclusion.Text, exclusion.Path.Count == 1 ? box : null)];
        return from part in exclusion.Subset
               let start = box.Offset + Math.Min(part.Offset, box.Size)
               let end = part.Length == 0 ? box.End : Math.Min(start + part.Length, box.End)
               where end > start
               select new ExcludedRange(start, end, exclusion.Text, null);
    }

    private IEnumerable<BmffBox> Find(IReadOnlyList<BmffBox> siblings, IReadOnlyList<(string Type, int? Position)> path, int step)
    {
        var (type, position) = path[step];
        var found = siblings.Where(box => box.Type == type);
        if (position is { } one)
            found = found.Skip(one - 1).Take(1);
        return step + 1 == path.Count ? found : found.SelectMany(box => Find(Children(box), path, step + 1));
    }

    private List<BmffBox> Children(BmffBox box)
    {
        var children = BoxScanner.Within(file, box.Offset + BoxContent.Start(file, box), box.End);
        Look(children.Count);
        return children;
    }

    private void Look(int boxes)
    {
        looks += boxes;
        if (looks > MaxLooks)
            throw new InvalidDataException($"The exclusions look at more than {MaxLooks} boxes.");
    }

    private bool Matches(Exclusion exclusion, BmffBox box)
    {
        Look(1);
        return (exclusion.Size is not { } size || size == box.Size) && ContentMatches(exclusion, box);
    }

    private bool ContentMatches(Exclusion exclusion, BmffBox box) =>
        exclusion.Data.All(data => Has(box, data.Offset, data.Value.Span))
        && (exclusion.Version is not { } version || Has(box, box.HeaderSize, [version]))
        && (exclusion.Flags is not { } flags || FlagsMatch(exclusion, box, flags.Span));

    private bool FlagsMatch(Exclusion exclusion, BmffBox box, ReadOnlySpan<byte> wanted)
    {
        Span<byte> actual = stackalloc byte[3];
        if (wanted.Length != 3 || !Read(box, box.HeaderSize + 1, actual))
            return false;
        if (exclusion.ExactFlags)
            return actual.SequenceEqual(wanted);
        for (var index = 0; index < 3; index++)
            if ((actual[index] & wanted[index]) != wanted[index])
                return false;
        return true;
    }

    private bool Has(BmffBox box, long offset, ReadOnlySpan<byte> wanted)
    {
        const int Longest = 4096;
        if (wanted.Length > Longest)
            throw new InvalidDataException($"An exclusion compares {wanted.Length} bytes; at most {Longest} are read.");
        var actual = new byte[wanted.Length];
        return Read(box, offset, actual) && wanted.SequenceEqual(actual);
    }

    private bool Read(BmffBox box, long offset, Span<byte> bytes)
    {
        if (offset < 0 || offset > box.Size - bytes.Length)
            return false;
        Look(1);
        file.Position = box.Offset + offset;
        file.ReadExactly(bytes);
        return true;
    }
}
