using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Ocsp;
using Org.BouncyCastle.Security;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Signing;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// Whether a certificate was revoked, by the answers of its issuer (OCSP, RFC 6960) that were put into the signature. Nobody is asked over
/// the network.
/// </summary>
internal static class RevocationCheck
{
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";
    private const string AuthorityInformation = "1.3.6.1.5.5.7.1.1";
    private const int MostAnswers = 8;

    /// <param name="cose">The signature.</param>
    /// <param name="chain">Its certificates, leaf first.</param>
    /// <param name="at">When the certificate had to hold.</param>
    /// <param name="url">Address of the signature.</param>
    /// <param name="findings">Where the result goes.</param>
    /// <returns>good, revoked or unknown; null when there is no answer.</returns>
    public static string? Check(CoseSign1 cose, IReadOnlyList<X509Certificate2> chain, DateTimeOffset at, string url, Findings findings)
    {
        var answers = (cose.Unprotected.Map("rVals")?.Array("ocspVals") ?? []).OfType<CborBytes>().Take(MostAnswers).ToList();
        var told = answers.Count > 0 && chain.Count > 1
            ? answers.Select(answer => Read(answer.Value.ToArray(), chain[0], chain[1], at)).OfType<object>().FirstOrDefault()
            : null;
        switch (told)
        {
            case RevokedStatus revoked when revoked.RevocationTime.ToUniversalTime() <= at.UtcDateTime:
                findings.Failure(StatusCode.SigningCredentialRevoked, url, $"The certificate was revoked at {revoked.RevocationTime:u}.");
                return "revoked";
            case RevokedStatus or Good:
                findings.Success(StatusCode.SigningCredentialNotRevoked, url, "The certificate was not revoked, says its issuer.");
                return "good";
            case UnknownStatus:
                findings.Note(StatusCode.SigningCredentialOcspUnknown, url, "The issuer does not know the certificate.");
                return "unknown";
        }
        if (answers.Count > 0)
            findings.Note(StatusCode.SigningCredentialOcspInaccessible, url, "The answer on revocation in the signature cannot be relied on.");
        else if (chain[0].Extensions.Any(one => one.Oid?.Value == AuthorityInformation))
            findings.Note(StatusCode.SigningCredentialOcspSkipped, url, "Whether the certificate was revoked was not asked.");
        return null;
    }

    private sealed record Good;

    /// <summary>The status of the leaf; null when the answer is not for it, not by its issuer, or not of that time.</summary>
    private static object? Read(byte[] answer, X509Certificate2 leaf, X509Certificate2 issuer, DateTimeOffset at)
    {
        try
        {
            var authority = new BouncyCertificate(issuer.RawData);
            if (new OcspResp(answer).GetResponseObject() is not BasicOcspResp response || !IsBy(response, authority, at))
                return null;
            var serial = new Org.BouncyCastle.Math.BigInteger(leaf.SerialNumber, 16);
            var one = response.Responses.FirstOrDefault(single => single.GetCertID().SerialNumber.Equals(serial) && single.GetCertID().MatchesIssuer(authority));
            if (one is null || one.ThisUpdate.ToUniversalTime() > at.UtcDateTime || one.NextUpdate?.ToUniversalTime() < at.UtcDateTime)
                return null;
            return one.GetCertStatus() ?? new Good();
        }
        catch (Exception error) when (error is IOException or GeneralSecurityException or OcspException or ArgumentException or InvalidCastException or FormatException)
        {
            return null;
        }
    }

    private static bool IsBy(BasicOcspResp response, BouncyCertificate authority, DateTimeOffset at)
    {
        if (response.Verify(authority.GetPublicKey()))
            return true;
        foreach (var delegated in response.GetCerts())
        {
            if (!delegated.IsValid(at.UtcDateTime) || !delegated.IsSignatureValid(authority.GetPublicKey())
                || delegated.GetExtendedKeyUsage()?.Any(purpose => purpose.Id == OcspSigning) != true)
                continue;
            if (response.Verify(delegated.GetPublicKey()))
                return true;
        }
        return false;
    }
}
