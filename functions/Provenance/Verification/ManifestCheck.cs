using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>Checks one manifest for itself: claim, signature, assertions, actions. Not the file and not its ingredients.</summary>
internal static class ManifestCheck
{
    public static CheckedManifest Check(
        ManifestStore store, SuperBox manifest, IReadOnlySet<string> redacted, TrustAnchors anchors, DateTimeOffset now)
    {
        var label = manifest.Label ?? "";
        var findings = new Findings();
        if (ReadClaim(manifest, label, findings) is not { } claim)
            return new CheckedManifest(label, null, null, [], findings);

        var signer = ReadSignature(store, manifest, label, claim, findings) is { } signature
            ? SignatureCheck.Check(signature, JumbfUri.Signature(label), claim, anchors, now, findings)
            : null;
        var assertions = AssertionCheck.Check(manifest, claim, redacted, findings);
        var result = new CheckedManifest(label, claim, signer, assertions, findings);
        if (claim.Version == 2)
            ActionsCheck.Check(store, result);
        return result;
    }

    private static Claim? ReadClaim(SuperBox manifest, string label, Findings findings)
    {
        var url = JumbfUri.Manifest(label);
        var boxes = manifest.Children.Where(child => child.Is(JumbfType.Claim)).ToList();
        if (boxes.Count != 1)
        {
            findings.Failure(
                boxes.Count == 0 ? StatusCode.ClaimMissing : StatusCode.ClaimMultiple, url, $"The manifest holds {boxes.Count} claims; it must hold one.");
            return null;
        }
        try
        {
            var claim = Claim.Read(boxes[0]);
            if (claim.Fault() is { } fault)
                findings.Failure(StatusCode.ClaimMalformed, JumbfUri.Claim(label, claim.Label), fault);
            if (HashName.Find(claim.Algorithm) is null)
                findings.Failure(StatusCode.AlgorithmUnsupported, JumbfUri.Claim(label, claim.Label), "The claim's alg is not sha256, sha384 or sha512.");
            return claim;
        }
        catch (InvalidDataException error)
        {
            findings.Failure(StatusCode.ClaimCborInvalid, url, error.Message);
            return null;
        }
    }

    private static SuperBox? ReadSignature(ManifestStore store, SuperBox manifest, string label, Claim claim, Findings findings)
    {
        var boxes = manifest.Children.Where(child => child.Is(JumbfType.Signature)).ToList();
        if (boxes.Count == 1 && claim.Signature is { } url && store.Find(url, label) == boxes[0])
            return boxes[0];
        findings.Failure(StatusCode.ClaimSignatureMissing, JumbfUri.Signature(label), "The manifest does not hold the one signature that its claim names.");
        return null;
    }
}
