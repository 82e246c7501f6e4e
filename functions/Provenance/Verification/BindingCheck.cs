using SoraFunctions.Provenance.Carriers;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>Checks the hard binding: whether the file is the one that was signed.</summary>
internal static class BindingCheck
{
    private static readonly string[] HardBindings =
        ["c2pa.hash.bmff", "c2pa.hash.data", "c2pa.hash.boxes", "c2pa.hash.collection.data"];

    /// <returns>The parts of the file that the binding leaves out.</returns>
    public static IReadOnlyList<UncoveredRange> Check(
        ICarrier carrier, CheckedManifest manifest, CancellationToken cancellationToken)
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
            return carrier.CheckBinding(binding, manifest.Claim?.Algorithm, findings, cancellationToken);
        }
        catch (InvalidDataException error)
        {
            findings.Failure(binding.Family == "c2pa.hash.bmff" ? StatusCode.BmffHashMalformed : StatusCode.BindingUnsupported, binding.Url, error.Message);
            return [];
        }
    }
}
