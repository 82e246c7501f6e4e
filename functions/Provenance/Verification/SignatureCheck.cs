using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Provenance.Verification;

/// <summary>Checks the signature of a claim and whether its signer may sign and is trusted.</summary>
internal static class SignatureCheck
{
    private const int LongestChain = 16;

    /// <returns>The signer as far as the certificate could be read.</returns>
    public static SignerInfo? Check(SuperBox box, string url, Claim claim, TrustAnchors anchors, DateTimeOffset now, Findings findings)
    {
        CoseSign1 cose;
        try
        {
            cose = CoseSign1.Parse(box.Content("cbor") ?? throw new InvalidDataException(
                "The signature box holds no CBOR."));
        }
        catch (InvalidDataException error)
        {
            findings.Failure(StatusCode.ClaimSignatureMismatch, url, error.Message);
            return null;
        }
        if (cose.Algorithm is not { } algorithm)
        {
            findings.Failure(StatusCode.AlgorithmUnsupported, url,
                "The signature's algorithm cannot be checked here: ES256, ES384, ES512, PS256, PS384, PS512 and Ed25519 can.");
            return null;
        }
        foreach (var pad in new[] { cose.Unprotected.Bytes("pad"), cose.Unprotected.Bytes("pad2") })
            if (pad?.Span.ContainsAnyExcept((byte)0) is true)
                findings.Failure(StatusCode.PaddingNotZero, url, "The padding of the signature, which nothing covers, is not empty.");
        var chain = ReadChain(cose.Chain(allowUnprotected: claim.Version == 1));
        if (chain.Count == 0)
        {
            findings.Failure(StatusCode.SigningCredentialInvalid, url,
                "The signature's protected header holds no readable certificates.");
            return null;
        }
        try
        {
            JudgeSignature(cose, algorithm, chain[0], claim, url, findings);
            var stamp = TimeStamp.Check(cose, claim, url, anchors, findings);
            JudgeCredential(chain, url, anchors, now, stamp, findings);
            var revocation = RevocationCheck.Check(cose, chain, stamp is { IsTrusted: true } ? stamp.Time : now, url, findings);
            return Describe(chain[0], algorithm) with { Revocation = revocation };
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or FormatException)
        {
            // A certificate's parts are decoded only when they are asked for.
            findings.Failure(StatusCode.SigningCredentialInvalid, url,
                $"The certificate cannot be read: {error.Message}");
            return null;
        }
        finally
        {
            chain.ForEach(certificate => certificate.Dispose());
        }
    }

    private static void JudgeCredential(
        List<X509Certificate2> chain, string url, TrustAnchors anchors, DateTimeOffset now, TimeStamp? stamp, Findings findings)
    {
        var leaf = chain[0];
        if (CertificateProfile.Fault(leaf) is { } fault)
            findings.Failure(StatusCode.SigningCredentialInvalid, url, fault);
        var at = stamp?.Time ?? now;
        if (at < leaf.NotBefore.ToUniversalTime() || at > leaf.NotAfter.ToUniversalTime())
            findings.Failure(StatusCode.SigningCredentialExpired, url,
                $"The certificate holds from {leaf.NotBefore:u} to {leaf.NotAfter:u}.");
        else
            findings.Success(
                StatusCode.ClaimSignatureInsideValidity,
                url,
                stamp is null ? "The certificate holds today." : "The certificate held when the claim was time-stamped.");
        if (anchors.Reach(leaf, chain.Skip(1), stamp is { IsTrusted: true } ? stamp.Time : now))
            findings.Success(StatusCode.SigningCredentialTrusted, url, "The certificate leads to a trust anchor.");
        else
            findings.Failure(StatusCode.SigningCredentialUntrusted, url,
                "The certificate leads to no configured trust anchor.");
    }

    private static void JudgeSignature(
        CoseSign1 cose, SigningAlgorithm algorithm, X509Certificate2 leaf, Claim claim, string url, Findings findings)
    {
        bool fits;
        try
        {
            fits = algorithm.Verify(leaf, CoseSign1.ToBeSigned(cose.ProtectedBytes, claim.Bytes), cose.Signature.ToArray());
        }
        catch (CryptographicException)
        {
            fits = false;
        }
        if (fits)
            findings.Success(StatusCode.ClaimSignatureValidated, url, "The signature fits the claim.");
        else
            findings.Failure(StatusCode.ClaimSignatureMismatch, url, "The signature does not fit the claim.");
    }

    private static List<X509Certificate2> ReadChain(IReadOnlyList<ReadOnlyMemory<byte>> ders)
    {
        var chain = new List<X509Certificate2>();
        try
        {
            foreach (var der in ders.Take(LongestChain))
                chain.Add(X509CertificateLoader.LoadCertificate(der.Span));
            return chain;
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static SignerInfo Describe(X509Certificate2 leaf, SigningAlgorithm algorithm) => new(
        DistinguishedName.Part(leaf.SubjectName, DistinguishedName.Organisation),
        DistinguishedName.Part(leaf.SubjectName, DistinguishedName.CommonName),
        leaf.SerialNumber,
        algorithm.Name,
        leaf.NotBefore.ToUniversalTime(),
        leaf.NotAfter.ToUniversalTime());
}
