using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SoraFunctions.Provenance.Signing;

/// <summary>What a certificate must be to sign claims (C2PA 2.2 section 14.5.1).</summary>
internal static class CertificateProfile
{
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    public const string DocumentSigning = "1.3.6.1.5.5.7.3.36";
    public const string ClaimSigning = "1.3.6.1.4.1.62558.2.1";
    private const string AnyPurpose = "2.5.29.37.0";
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    private static readonly HashSet<string> Understood =
        ["2.5.29.14", "2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.31", "2.5.29.32", "2.5.29.35", "2.5.29.37", "1.3.6.1.5.5.7.1.1"];

    private static readonly HashSet<string> SignatureAlgorithms =
    [
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
        "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13",
        "1.3.101.112",
    ];

    /// <summary>
    /// Why this certificate may not sign claims; null when it may. Its dates and its issuer are judged elsewhere.
    /// </summary>
    public static string? Fault(X509Certificate2 certificate)
    {
        if (certificate.Version != 3)
            return "The certificate is not of version 3.";
        if (!SignatureAlgorithms.Contains(certificate.SignatureAlgorithm.Value ?? ""))
            return $"The certificate is signed with {certificate.SignatureAlgorithm.FriendlyName}, which is not allowed.";
        if (certificate.Extensions.FirstOrDefault(one => one.Critical && !Understood.Contains(one.Oid?.Value ?? "")) is { } unknown)
            return $"The certificate has the critical extension {unknown.Oid?.Value}, which is not understood.";
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(one => one.CertificateAuthority))
            return "The certificate is an authority's, not an end entity's.";
        if (!certificate.Extensions.Any(one => one.Oid?.Value == "2.5.29.35"))
            return "The certificate lacks the authority key identifier.";
        return UsageFault(certificate) ?? PurposeFault(certificate) ?? KeyFault(certificate);
    }

    private static string? UsageFault(X509Certificate2 certificate)
    {
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages ?? X509KeyUsageFlags.None;
        return !usage.HasFlag(X509KeyUsageFlags.DigitalSignature) ? "The certificate's key usage does not include digital signatures."
            : usage.HasFlag(X509KeyUsageFlags.KeyCertSign) ? "The certificate's key usage allows signing certificates."
            : null;
    }

    private static string? PurposeFault(X509Certificate2 certificate)
    {
        var purposes = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .SelectMany(one => one.EnhancedKeyUsages.Cast<Oid>()).Select(oid => oid.Value).ToHashSet();
        return purposes.Contains(AnyPurpose) ? "The certificate is for any purpose."
            : purposes.Overlaps([TimeStamping, OcspSigning]) ? "The certificate is for time-stamping or revocation answers."
            : purposes.Overlaps([EmailProtection, DocumentSigning, ClaimSigning]) ? null
            : "The certificate is not for e-mail protection, document signing or claim signing.";
    }

    private static string? KeyFault(X509Certificate2 certificate)
    {
        if (EdwardsKey.Is(certificate))
            return null;
        using var rsa = CertificateKey.Rsa(certificate);
        using var ec = certificate.GetECDsaPublicKey();
        return rsa is { KeySize: < 2048 } ? $"The certificate's RSA key has {rsa.KeySize} bits; 2048 are needed."
            : rsa is null && ec is null ? $"The certificate's {certificate.PublicKey.Oid.FriendlyName} key cannot be checked here."
            : null;
    }
}
