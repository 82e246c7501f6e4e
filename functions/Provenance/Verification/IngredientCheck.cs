using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>What an ingredient assertion refers to.</summary>
internal sealed record IngredientLink(ReadAssertion Assertion, string Relationship, HashedUri? Manifest, HashedUri? Signature);

/// <summary>Checks the form of ingredient assertions and the hashes by which they hold on to their manifests.</summary>
internal static class IngredientCheck
{
    private static readonly string[] Relationships = ["parentOf", "componentOf", "inputTo"];

    /// <summary>The ingredients of a manifest whose form is right.</summary>
    public static List<IngredientLink> Links(CheckedManifest manifest)
    {
        var links = new List<IngredientLink>();
        foreach (var assertion in manifest.Ingredients)
        {
            var map = assertion.Map!;
            if (Fault(assertion) is { } fault)
                manifest.Findings.Failure(StatusCode.IngredientMalformed, assertion.Url, fault);
            else
                links.Add(new IngredientLink(
                    assertion,
                    map.Text("relationship")!,
                    HashedUri.From(map["activeManifest"] ?? map["c2pa_manifest"]),
                    HashedUri.From(map["claimSignature"])));
        }
        if (links.Count(one => one.Relationship == "parentOf") > 1)
            manifest.Findings.Failure(StatusCode.ManifestMultipleParents, JumbfUri.Manifest(manifest.Label),
                "The manifest has more than one parentOf ingredient.");
        foreach (var link in links.Where(one => one.Manifest is null && one.Relationship != "inputTo"))
            manifest.Findings.Note(StatusCode.IngredientUnknownProvenance, link.Assertion.Url,
                "The ingredient has no manifest of its own.");
        return links;
    }

    /// <summary>Judges whether the manifest that an ingredient holds on to is unchanged.</summary>
    public static void Judge(
        ManifestStore store, IngredientLink link, SuperBox manifest, string? claimAlgorithm, bool redacted, Findings findings)
    {
        var url = JumbfUri.Manifest(manifest.Label);
        if (store.Matches(link.Manifest!, manifest, claimAlgorithm))
            findings.Success(StatusCode.IngredientManifestValidated, url, "The ingredient's manifest is unchanged.");
        else if (redacted && link.Signature is not null && manifest.Child("c2pa.signature") is { } signature
            && store.Matches(link.Signature, signature, claimAlgorithm))
            findings.Success(StatusCode.IngredientClaimSignatureValidated, url,
                "The ingredient's signature is unchanged; assertions were taken out of it.");
        else
            findings.Failure(StatusCode.IngredientManifestMismatch, url, "The ingredient's manifest was changed.");
    }

    private static string? Fault(ReadAssertion assertion)
    {
        var map = assertion.Map!;
        if (!Relationships.Contains(map.Text("relationship")))
            return "The ingredient has no known relationship.";
        if (assertion.Kind != AssertionLabel.Ingredient)
            return null;
        var hasManifest = map["activeManifest"] is not null;
        if (hasManifest && HashedUri.From(map["activeManifest"]) is null)
            return "The ingredient's activeManifest is not a hashed URI.";
        return hasManifest == map["validationResults"] is CborMap ? null
            : hasManifest ? "The ingredient names a manifest and no validation results."
            : "The ingredient has validation results and names no manifest.";
    }
}
