using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SoraFunctions.Provenance.Signing;

/// <summary>
/// Makes a root and an intermediate certificate on P-256, and a leaf on whatever key. The authorities' keys are used once and
/// forgotten, so nobody can issue further certificates under the root.
/// </summary>
internal static class SelfMadeAuthority
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>Leaf first, root last, none with its private key.</summary>
    /// <param name="organisation">Who they name.</param>
    /// <param name="now">From when they hold.</param>
    /// <param name="leafKey">The signer's key; of it only the public part is used.</param>
    public static X509Certificate2[] Make(string organisation, DateTimeOffset now, AsymmetricAlgorithm leafKey)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var from = now - ClockSkew;

        var root = Authority(Name(organisation, "Root"), rootKey, pathLength: 1).CreateSelfSigned(from, now.AddYears(30));
        var middle = Issue(Authority(Name(organisation, "Issuer"), middleKey, pathLength: 0), root, rootKey, from, now.AddYears(29));
        var leaf = Issue(Leaf(Name(organisation, "Content Signer"), leafKey), middle, middleKey, from, now.AddYears(28));
        return [leaf, middle, X509CertificateLoader.LoadCertificate(root.RawData)];
    }

    private static X500DistinguishedName Name(string organisation, string role)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddOrganizationName(organisation);
        name.AddCommonName($"{organisation} {role}");
        return name.Build();
    }

    private static CertificateRequest Authority(X500DistinguishedName name, ECDsa key, int pathLength)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, pathLength, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    private static CertificateRequest Leaf(X500DistinguishedName name, AsymmetricAlgorithm key)
    {
        var request = new CertificateRequest(name, new PublicKey(key), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(
            [new Oid(CertificateProfile.EmailProtection), new Oid(CertificateProfile.ClaimSigning)], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    private static X509Certificate2 Issue(CertificateRequest request, X509Certificate2 issuer, ECDsa issuerKey, DateTimeOffset from, DateTimeOffset to)
    {
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        return request.Create(issuer.SubjectName, X509SignatureGenerator.CreateForECDsa(issuerKey), from, to, Serial());
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)(serial[0] & 0x7F | 0x40);
        return serial;
    }
}
