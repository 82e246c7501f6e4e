using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// When a claim was signed, as an authority attests (RFC 3161). A trusted authority's word decides on which day
/// certificates must hold. An untrusted one counts only in version 1 claims, which know no trust in
/// authorities, and there for the certificate's dates alone, never for trust in the signer.
/// </summary>
internal sealed record TimeStamp(DateTimeOffset Time, bool IsTrusted)
{
    public static TimeStamp? Check(CoseSign1 cose, Claim claim, string url, TrustAnchors anchors, Findings findings)
    {
        var current = cose.Unprotected.Map("sigTst2");
        var older = claim.Version == 1 ? cose.Unprotected.Map("sigTst") : null;
        if ((current ?? older)?.Maps("tstTokens").FirstOrDefault()?.Bytes("val") is not { } token)
            return null;
        var attested = CoseSign1.CounterSigned(
            cose.ProtectedBytes, current is null ? claim.Bytes : CborEncoder.Encode(cose.Signature));
        try
        {
            return Judge(token, attested, claim.Version == 1, url, anchors, findings);
        }
        catch (Exception error) when (error is CryptographicException or AsnContentException or ArgumentException)
        {
            findings.Note(StatusCode.TimeStampMalformed, url, $"The time-stamp cannot be read: {error.Message}");
            return null;
        }
    }

    private static TimeStamp? Judge(
        ReadOnlyMemory<byte> bytes, byte[] attested, bool lenient, string url, TrustAnchors anchors, Findings findings)
    {
        if (!Rfc3161TimestampToken.TryDecode(bytes, out var token, out _)
            && !Rfc3161TimestampToken.TryDecode(Unwrap(bytes), out token, out _))
        {
            findings.Note(StatusCode.TimeStampMalformed, url, "The time-stamp is not an RFC 3161 token.");
            return null;
        }
        if (!token.VerifySignatureForData(attested, out var authority))
        {
            findings.Note(StatusCode.TimeStampMismatch, url, "The time-stamp is not for this signature.");
            return null;
        }
        using (authority)
        {
            var time = token.TokenInfo.Timestamp;
            var name = DistinguishedName.Part(authority.SubjectName, DistinguishedName.CommonName) ?? authority.Subject;
            findings.Success(StatusCode.TimeStampValidated, url, $"Signed by {time:u}, says {name}.");
            if (anchors.Reach(authority, Certificates(token), time))
            {
                findings.Success(StatusCode.TimeStampTrusted, url, $"{name} leads to a trust anchor.");
                return new TimeStamp(time, true);
            }
            findings.Note(StatusCode.TimeStampUntrusted, url, $"{name} leads to no configured trust anchor.");
            return lenient ? new TimeStamp(time, false) : null;
        }
    }

    private static IEnumerable<X509Certificate2> Certificates(Rfc3161TimestampToken token) => token.AsSignedCms().Certificates;

    /// <summary>The token inside a whole response, which early writers stored.</summary>
    private static ReadOnlyMemory<byte> Unwrap(ReadOnlyMemory<byte> response)
    {
        var sequence = new AsnReader(response, AsnEncodingRules.BER).ReadSequence();
        sequence.ReadEncodedValue();
        return sequence.HasData ? sequence.ReadEncodedValue() : response;
    }
}
