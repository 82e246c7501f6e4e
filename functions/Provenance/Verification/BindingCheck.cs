using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>Checks the hard binding: whether the file is the one that was signed.</summary>
internal static class BindingCheck
{
    private const int MostExclusions = 64;
    private static readonly string[] HardBindings =
        ["c2pa.hash.bmff", "c2pa.hash.data", "c2pa.hash.boxes", "c2pa.hash.collection.data"];

    /// <returns>The parts of the file that the binding leaves out.</returns>
    public static IReadOnlyList<UncoveredRange> Check(
        Stream file, IReadOnlyList<BmffBox> topLevel, CheckedManifest manifest, CancellationToken cancellationToken)
    {
        var findings = manifest.Findings;
        var url = JumbfUri.Manifest(manifest.Label);
        var bindings = manifest.Assertions.Where(one => HardBindings.Contains(one.Family)).ToList();
        if (bindings.Count != 1)
        {
            var (code, text) = bindings.Count == 0
                ? (StatusCode.HardBindingsMissing, "The manifest is bound to no file.")
                : (StatusCode.AssertionMultipleHardBindings, "The manifest has more than one hard binding.");
            findings.Failure(code, url, text);
            return [];
        }
        var binding = bindings[0];
        try
        {
            return Check(file, topLevel, binding, manifest.Claim?.Algorithm, findings, cancellationToken);
        }
        catch (InvalidDataException error)
        {
            findings.Failure(StatusCode.BmffHashMalformed, binding.Url, error.Message);
            return [];
        }
    }

    private static IReadOnlyList<UncoveredRange> Check(
        Stream file,
        IReadOnlyList<BmffBox> topLevel,
        ReadAssertion binding,
        string? claimAlgorithm,
        Findings findings,
        CancellationToken cancellationToken)
    {
        if (binding.Kind is not ("c2pa.hash.bmff" or "c2pa.hash.bmff.v2" or "c2pa.hash.bmff.v3") || binding.Map is not { } map)
            throw new InvalidDataException(
                $"{binding.Label} does not bind an MP4 file in a form that can be checked here.");
        if (map["merkle"] is not null || map.Bytes("hash") is not { } expected)
            throw new InvalidDataException("The binding is by pieces (merkle), which cannot be checked here.");
        if (HashName.Find(map.Text("alg") ?? claimAlgorithm) is not { } algorithm)
            throw new InvalidDataException("The binding's alg is not sha256, sha384 or sha512.");
        var exclusions = map.Maps("exclusions").Take(MostExclusions + 1).Select(Exclusion.From).ToList();
        if (exclusions.Count is 0 or > MostExclusions)
            throw new InvalidDataException($"The binding has no exclusions or more than {MostExclusions}.");

        var resolver = new ExclusionResolver(file, topLevel);
        var excluded = exclusions.SelectMany(resolver.Resolve).ToList();
        var withOffsets = binding.Kind != "c2pa.hash.bmff";
        var actual = BmffHash.Compute(file, topLevel, excluded, withOffsets, algorithm, cancellationToken);
        if (actual.AsSpan().SequenceEqual(expected.Span))
            findings.Success(StatusCode.BmffHashMatch, binding.Url, "The file is the one that was signed.");
        else
            findings.Failure(StatusCode.BmffHashMismatch, binding.Url, "The file was changed after it was signed.");
        if (exclusions.Exists(one => !one.IsMandatory))
            findings.Note(StatusCode.BmffHashAdditionalExclusions, binding.Url,
                "The binding leaves out more than it must; see the uncovered ranges.");
        return [.. from range in excluded
                   orderby range.Offset
                   select new UncoveredRange(range.Offset, range.End - range.Offset, range.Path)];
    }
}
