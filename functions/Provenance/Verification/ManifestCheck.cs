using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// Checks one manifest for itself: claim, signature, assertions, actions. Not the file and not its ingredients.
/// </summary>
internal static class ManifestCheck
{
    private static readonly (string Label, byte[] Type)[] Known =
    [
        ("c2pa.assertions", JumbfType.Assertions),
        ("c2pa.claim", JumbfType.Claim),
        (ManifestComposer.ClaimLabel, JumbfType.Claim),
        ("c2pa.signature", JumbfType.Signature),
        ("c2pa.credentials", JumbfType.Credentials),
        ("c2pa.databoxes", JumbfType.DataBoxes),
    ];

    public static CheckedManifest Check(
        ManifestStore store,
        SuperBox manifest,
        IReadOnlySet<string> redacted,
        CborBudget budget,
        TrustAnchors anchors,
        DateTimeOffset now)
    {
        var label = manifest.Label;
        var findings = new Findings();
        if (ReadClaim(manifest, label, budget, findings) is not { } claim)
            return new CheckedManifest(label, null, null, [], findings);

        if (Stranger(manifest) is { } stranger)
            findings.Failure(StatusCode.ClaimMalformed, JumbfUri.Manifest(label), stranger);
        var signer = ReadSignature(store, manifest, label, claim, findings) is { } signature
            ? SignatureCheck.Check(signature, JumbfUri.Signature(label), claim, anchors, now, findings)
            : null;
        var assertions = AssertionCheck.Check(store, manifest, claim, redacted, budget, findings);
        var result = new CheckedManifest(label, claim, signer, assertions, findings);
        if (manifest.Is(JumbfType.UpdateManifest))
            UpdateRules.Check(result);
        else if (claim.Version == 2)
            ActionsCheck.Check(store, result);
        return result;
    }

    /// <summary>What else lies in the manifest: nothing would protect it from being changed.</summary>
    private static string? Stranger(SuperBox manifest)
    {
        if (manifest.Contents.Count > 0 || manifest.Child("c2pa.assertions") is { Contents.Count: > 0 })
            return "The manifest or its assertion store holds boxes that are not JUMBF.";
        var stranger = manifest.Children.FirstOrDefault(child =>
            !Known.Any(known => child.Label == known.Label && child.Is(known.Type)));
        return stranger is null ? null : $"The manifest holds the unknown box {stranger.Label}.";
    }

    private static Claim? ReadClaim(SuperBox manifest, string label, CborBudget budget, Findings findings)
    {
        var url = JumbfUri.Manifest(label);
        var boxes = manifest.Children.Where(child => child.Is(JumbfType.Claim)).ToList();
        if (boxes.Count != 1)
        {
            findings.Failure(
                boxes.Count == 0 ? StatusCode.ClaimMissing : StatusCode.ClaimMultiple,
                url,
                $"The manifest holds {boxes.Count} claims; it must hold one.");
            return null;
        }
        try
        {
            var claim = Claim.Read(boxes[0], budget);
            if (claim.Fault() is { } fault)
                findings.Failure(StatusCode.ClaimMalformed, JumbfUri.Claim(label, claim.Label), fault);
            if (HashName.Find(claim.Algorithm) is null)
                findings.Failure(StatusCode.AlgorithmUnsupported, JumbfUri.Claim(label, claim.Label),
                    "The claim's alg is not sha256, sha384 or sha512.");
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
        if (boxes.Count == 1 && claim.Signature is { } url && ReferenceEquals(store.Find(url, label), boxes[0]))
            return boxes[0];
        findings.Failure(StatusCode.ClaimSignatureMissing, JumbfUri.Signature(label),
            "The manifest does not hold the one signature that its claim names.");
        return null;
    }
}
