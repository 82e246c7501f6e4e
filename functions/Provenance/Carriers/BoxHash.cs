using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>The hard binding c2pa.hash.boxes: the parts of a picture in order, each with its hash (C2PA 2.2 section 18.7).</summary>
internal static class BoxHash
{
    /// <exception cref="InvalidDataException">The binding is malformed.</exception>
    public static IReadOnlyList<UncoveredRange> Check(
        Stream file,
        IReadOnlyList<NamedBox> parts,
        ReadAssertion binding,
        string? claimAlgorithm,
        Findings findings,
        CancellationToken cancellationToken)
    {
        var runs = binding.Map?.Maps("boxes").ToList();
        if (runs is not { Count: > 0 })
            throw new InvalidDataException("The binding lists no boxes.");
        var uncovered = new List<UncoveredRange>();
        // The head of PNG files need not be listed.
        var next = parts is [{ Name: "PNGh" }, ..] && FirstName(runs[0]) != "PNGh" ? 1 : 0;
        var code = StatusCode.BoxHashMatch;
        if (next == 1)
            uncovered.Add(new UncoveredRange(parts[0].Offset, parts[0].End - parts[0].Offset, parts[0].Name));
        foreach (var run in runs)
        {
            var names = (run.Array("names") ?? []).OfType<CborText>().Select(name => name.Value).ToList();
            var taken = parts.Skip(next).Take(names.Count).ToList();
            next += names.Count;
            if (names.Count == 0 || !taken.Select(part => part.Name).SequenceEqual(names))
            {
                code = StatusCode.BoxHashUnknownBox;
                break;
            }
            if (names is [NamedBox.Manifest] || run["excluded"] is CborBoolean { Value: true })
                uncovered.AddRange(taken.Select(part => new UncoveredRange(part.Offset, part.End - part.Offset, part.Name)));
            else if (names.Contains(NamedBox.Manifest) || !Fits(file, taken, run, binding.Map!.Text("alg") ?? claimAlgorithm, cancellationToken))
                code = StatusCode.BoxHashMismatch;
        }
        if (code == StatusCode.BoxHashMatch && next != parts.Count)
            code = StatusCode.BoxHashUnknownBox;
        if (code == StatusCode.BoxHashMatch)
            findings.Success(code, binding.Url, "The file is the one that was signed.");
        else
            findings.Failure(code, binding.Url, code == StatusCode.BoxHashMismatch
                ? "The file was changed after it was signed."
                : "The file has other parts than those that were signed.");
        if (uncovered.Exists(part => part.Box is not (NamedBox.Manifest or "PNGh")))
            findings.Note(StatusCode.BoxHashAdditionalExclusions, binding.Url, "The binding leaves out more than the manifest; see the uncovered ranges.");
        return uncovered;
    }

    private static string? FirstName(CborMap run) => (run.Array("names") is [CborText name, ..]) ? name.Value : null;

    private static bool Fits(Stream file, List<NamedBox> parts, CborMap run, string? algorithmName, CancellationToken cancellationToken)
    {
        if (run.Bytes("hash") is not { } expected || HashName.Find(run.Text("alg") ?? algorithmName) is not { } algorithm)
            throw new InvalidDataException("A run of boxes has no hash, or one that is not sha256, sha384 or sha512.");
        using var hash = IncrementalHash.CreateHash(algorithm);
        FileHash.Append(hash, file, parts[0].Offset, parts[^1].End, cancellationToken);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(expected.Span);
    }
}
