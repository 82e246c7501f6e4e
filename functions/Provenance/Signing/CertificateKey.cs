using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SoraFunctions.Provenance.Signing;

/// <summary>Public keys of certificates, including RSA keys marked for PSS alone, which .NET does not hand out by itself.</summary>
internal static class CertificateKey
{
    private const string PssOnly = "1.2.840.113549.1.1.10";

    /// <summary>The RSA key, to be disposed of; null when the key is of another kind.</summary>
    /// <exception cref="CryptographicException">The key is malformed.</exception>
    public static RSA? Rsa(X509Certificate2 certificate)
    {
        if (certificate.PublicKey.Oid.Value != PssOnly)
            return certificate.GetRSAPublicKey();
        var rsa = RSA.Create();
        rsa.ImportRSAPublicKey(certificate.PublicKey.EncodedKeyValue.RawData, out _);
        return rsa;
    }
}
