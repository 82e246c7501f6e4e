using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>The hard binding of pictures, c2pa.hash.data: the hash of the whole file less the stretches it names.</summary>
internal static class DataHash
{
    private const int MostExclusions = 64;

    /// <exception cref="InvalidDataException">The binding is malformed or of another kind.</exception>
    public static IReadOnlyList<UncoveredRange> Check(
        Stream file,
        IReadOnlyList<(long Offset, long End)> store,
        ReadAssertion binding,
        string? claimAlgorithm,
        Findings findings,
        CancellationToken cancellationToken)
    {
        if (binding.Kind != "c2pa.hash.data" || binding.Map is not { } map || map.Bytes("hash") is not { } expected)
            throw new InvalidDataException($"{binding.Label} does not bind a picture in a form that can be checked here.");
        if (HashName.Find(map.Text("alg") ?? claimAlgorithm) is not { } algorithm)
            throw new InvalidDataException("The binding's alg is not sha256, sha384 or sha512.");
        var excluded = map.Maps("exclusions").Take(MostExclusions + 1)
            .Select(one => (Start: one.Integer("start") ?? -1, Length: one.Integer("length") ?? -1))
            .OrderBy(one => one.Start)
            .ToList();
        if (excluded.Count > MostExclusions
            || excluded.Exists(one => one.Start < 0 || one.Length < 0 || one.Length > file.Length - one.Start))
            throw new InvalidDataException("The binding's exclusions are too many, unreadable or outside the file.");

        using var hash = IncrementalHash.CreateHash(algorithm);
        long at = 0;
        foreach (var (start, length) in excluded)
        {
            if (start < at)
                throw new InvalidDataException("The binding's exclusions overlap.");
            FileHash.Append(hash, file, at, start, cancellationToken);
            at = start + length;
        }
        FileHash.Append(hash, file, at, file.Length, cancellationToken);
        if (hash.GetHashAndReset().AsSpan().SequenceEqual(expected.Span))
            findings.Success(StatusCode.DataHashMatch, binding.Url, "The file is the one that was signed.");
        else
            findings.Failure(StatusCode.DataHashMismatch, binding.Url, "The file was changed after it was signed.");
        if (excluded.Exists(one => !Joined(store).Exists(part => part.Offset <= one.Start && one.Start + one.Length <= part.End)))
            findings.Note(StatusCode.DataHashAdditionalExclusions, binding.Url,
                "The binding leaves out more than the manifest; see the uncovered ranges.");
        return [.. excluded.Select(one => new UncoveredRange(one.Start, one.Length, ""))];
    }

    /// <summary>Neighbouring stretches as one.</summary>
    private static List<(long Offset, long End)> Joined(IReadOnlyList<(long Offset, long End)> ranges)
    {
        var joined = new List<(long Offset, long End)>();
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && joined[^1].End == range.Offset)
                joined[^1] = (joined[^1].Offset, range.End);
            else
                joined.Add(range);
        }
        return joined;
    }
}
