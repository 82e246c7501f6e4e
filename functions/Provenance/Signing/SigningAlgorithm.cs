using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SoraFunctions.Provenance.Signing;

/// <summary>
/// A COSE signature algorithm that C2PA allows (RFC 9053; C2PA 2.2 section 13.2) and how .NET carries it out.
/// </summary>
internal sealed record SigningAlgorithm(string Name, long CoseId, HashAlgorithmName Hash, KeyKind Kind)
{
    private static readonly SigningAlgorithm[] All =
    [
        new("ES256", -7, HashAlgorithmName.SHA256, KeyKind.Elliptic),
        new("ES384", -35, HashAlgorithmName.SHA384, KeyKind.Elliptic),
        new("ES512", -36, HashAlgorithmName.SHA512, KeyKind.Elliptic),
        new("PS256", -37, HashAlgorithmName.SHA256, KeyKind.Rsa),
        new("PS384", -38, HashAlgorithmName.SHA384, KeyKind.Rsa),
        new("PS512", -39, HashAlgorithmName.SHA512, KeyKind.Rsa),
        new("Ed25519", -8, HashAlgorithmName.SHA512, KeyKind.Edwards),
    ];

    public static SigningAlgorithm? FromCose(Int128 id) => Array.Find(All, algorithm => algorithm.CoseId == id);

    /// <summary>The algorithm that suits a key: by curve for elliptic keys, PS256 for RSA.</summary>
    /// <exception cref="ArgumentException">The key is of another kind or too short.</exception>
    public static SigningAlgorithm For(AsymmetricAlgorithm key) => key switch
    {
        ECDsa { KeySize: 256 } => All[0],
        ECDsa { KeySize: 384 } => All[1],
        ECDsa { KeySize: 521 } => All[2],
        RSA { KeySize: >= 2048 } => All[3],
        _ => throw new ArgumentException(
            $"A {key.KeySize}-bit {key.SignatureAlgorithm} key cannot sign: use P-256, P-384, P-521 or RSA of 2048 bits or more.",
            nameof(key)),
    };

    /// <summary>Bytes of a signature: r and s of fixed width for elliptic keys, the modulus for RSA.</summary>
    public static int SignatureSize(AsymmetricAlgorithm key) => key is RSA ? key.KeySize / 8 : (key.KeySize + 7) / 8 * 2;

    public byte[] Sign(AsymmetricAlgorithm key, byte[] message) => key switch
    {
        ECDsa ec => ec.SignData(message, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        RSA rsa => rsa.SignData(message, Hash, RSASignaturePadding.Pss),
        _ => throw new ArgumentException($"{key.SignatureAlgorithm} keys cannot sign.", nameof(key)),
    };

    /// <summary>False also when the certificate's key is of the wrong kind for this algorithm.</summary>
    public bool Verify(X509Certificate2 certificate, byte[] message, byte[] signature)
    {
        if (Kind == KeyKind.Edwards)
            return EdwardsKey.Verify(certificate, message, signature);
        if (Kind == KeyKind.Rsa)
        {
            using var rsa = CertificateKey.Rsa(certificate);
            return rsa?.VerifyData(message, signature, Hash, RSASignaturePadding.Pss) ?? false;
        }
        using var ec = certificate.GetECDsaPublicKey();
        return ec?.VerifyData(message, signature, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ?? false;
    }
}
