using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace SoraFunctions.Provenance.Signing;

/// <summary>Ed25519 keys of certificates (RFC 8032, RFC 8410), which .NET does not know.</summary>
internal static class EdwardsKey
{
    private const string Ed25519 = "1.3.101.112";

    /// <summary>Whether the certificate's key is one.</summary>
    public static bool Is(X509Certificate2 certificate) => certificate.PublicKey.Oid.Value == Ed25519;

    /// <summary>False also when the certificate's key is of another kind or malformed.</summary>
    public static bool Verify(X509Certificate2 certificate, byte[] message, byte[] signature)
    {
        var key = certificate.PublicKey.EncodedKeyValue.RawData;
        if (!Is(certificate) || key.Length != Ed25519PublicKeyParameters.KeySize || signature.Length != Ed25519PrivateKeyParameters.SignatureSize)
            return false;
        var verifier = new Ed25519Signer();
        verifier.Init(false, new Ed25519PublicKeyParameters(key));
        verifier.BlockUpdate(message, 0, message.Length);
        return verifier.VerifySignature(signature);
    }
}
