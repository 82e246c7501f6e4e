using System.Security.Cryptography;

namespace SoraFunctions.Azure.Signing;

/// <summary>An RSA key whose private part never leaves its vault: signing asks the vault for PS256, all else is done here.</summary>
internal sealed class VaultRsaKey : RSA
{
    private readonly KeyVault _vault;
    private readonly Uri _id;
    private readonly RSA _public;

    /// <param name="vault">Who signs.</param>
    /// <param name="id">Address with version.</param>
    /// <param name="key">The public key.</param>
    public VaultRsaKey(KeyVault vault, Uri id, RSAParameters key)
    {
        (_vault, _id, _public) = (vault, id, Create(key));
        LegalKeySizesValue = [new KeySizes(_public.KeySize, _public.KeySize, 0)];
        KeySizeValue = _public.KeySize;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The vault does not sign now.</exception>
    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        hashAlgorithm == HashAlgorithmName.SHA256 && padding == RSASignaturePadding.Pss
            ? _vault.Sign(_id, "PS256", hash, KeySize / 8)
            : throw new CryptographicException("This key signs with PS256 alone.");

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        _public.VerifyHash(hash, signature, hashAlgorithm, padding);

    /// <inheritdoc/>
    public override RSAParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The private part of this key does not leave its vault.")
        : _public.ExportParameters(false);

    /// <inheritdoc/>
    public override void ImportParameters(RSAParameters parameters) => throw new CryptographicException("This key stays the one of its vault.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _public.Dispose();
        }

        base.Dispose(disposing);
    }
}
