using System.Text.Json;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// Checks that a claim's assertions are all there, unchanged and readable, and that there are no others.
/// </summary>
internal static class AssertionCheck
{
    public static IReadOnlyList<ReadAssertion> Check(
        ManifestStore store, SuperBox manifest, Claim claim, IReadOnlySet<string> redacted, CborBudget budget, Findings findings)
    {
        var label = manifest.Label;
        var home = manifest.Child("c2pa.assertions");
        var read = new List<ReadAssertion>();
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in claim.Assertions)
        {
            if (reference is null)
            {
                findings.Failure(StatusCode.ClaimMalformed, JumbfUri.Claim(label, claim.Label),
                    "The claim holds a reference that is not a hashed URI.");
                continue;
            }
            var url = JumbfUri.Absolute(reference.Url, label);
            if (JumbfUri.Resolve(reference.Url, label) is not [var owner, "c2pa.assertions", var name] || owner != label)
                findings.Failure(StatusCode.AssertionInaccessible, url,
                    "The claim refers to something outside its own assertions.");
            else if (!declared.Add(name))
                findings.Failure(StatusCode.ClaimMalformed, url, "The claim refers to an assertion twice.");
            else if (redacted.Contains(url))
                findings.Note("assertion.redacted", url, "The assertion was taken out by a later manifest.");
            else if (home?.Child(name) is not { } box)
                findings.Failure(StatusCode.AssertionMissing, url, "The assertion is not there, or is there twice.");
            else if (Judge(store, reference, url, name, box, claim, budget, findings) is { } assertion)
                read.Add(assertion);
        }
        foreach (var box in home?.Children ?? [])
            if (!declared.Contains(box.Label))
                findings.Failure(StatusCode.AssertionUndeclared, JumbfUri.Assertion(label, box.Label),
                    "The claim does not know this assertion.");
        return read;
    }

    private static ReadAssertion? Judge(
        ManifestStore store,
        HashedUri reference,
        string url,
        string name,
        SuperBox box,
        Claim claim,
        CborBudget budget,
        Findings findings)
    {
        if (HashName.Find(reference.Algorithm ?? claim.Algorithm) is null)
        {
            findings.Failure(StatusCode.AlgorithmUnsupported, url,
                "The assertion's hash is not sha256, sha384 or sha512.");
            return null;
        }
        if (store.Matches(reference, box, claim.Algorithm))
            findings.Success(StatusCode.AssertionHashMatch, url, "The assertion is unchanged.");
        else
            findings.Failure(StatusCode.AssertionHashMismatch, url,
                "The assertion was changed: its hash does not match.");
        // A changed one is read all the same: what follows from it is reported, not that it is missing.
        return new ReadAssertion(name, url, box, Content(url, box, budget, findings));
    }

    private static CborMap? Content(string url, SuperBox box, CborBudget budget, Findings findings)
    {
        try
        {
            if (box.Is(JumbfType.Json) && box.Content("json") is { } json)
                using (JsonDocument.Parse(json))
                    return null;
            return box.Is(JumbfType.Cbor) && box.Content("cbor") is { } cbor ? CborDecoder.DecodeMap(cbor, budget) : null;
        }
        catch (JsonException error)
        {
            findings.Failure(StatusCode.AssertionJsonInvalid, url, error.Message);
        }
        catch (InvalidDataException error)
        {
            findings.Failure(StatusCode.AssertionCborInvalid, url, error.Message);
        }
        return null;
    }
}
