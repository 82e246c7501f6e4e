using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>What an update manifest may not do, as it leaves the content as it is (C2PA 2.2 section 11.2.2).</summary>
internal static class UpdateRules
{
    private static readonly string[] Actions = ["c2pa.edited.metadata", "c2pa.opened", "c2pa.published", "c2pa.redacted"];

    public static void Check(CheckedManifest manifest)
    {
        var fault = manifest.Assertions.Any(one => one.Family.StartsWith("c2pa.hash.", StringComparison.Ordinal)) ? "It binds content."
            : manifest.Assertions.Any(one => one.Kind.StartsWith(AssertionLabel.Thumbnail, StringComparison.Ordinal)) ? "It has a thumbnail."
            : manifest.ActionLists.SelectMany(list => list.Map!.Maps("actions")).FirstOrDefault(action => !Actions.Contains(action.Text("action"))) is { } other
                ? $"It tells of {other.Text("action")}."
            : null;
        if (fault is not null)
            manifest.Findings.Failure(StatusCode.ManifestUpdateInvalid, JumbfUri.Manifest(manifest.Label), $"An update manifest leaves the content as it is. {fault}");
    }
}
