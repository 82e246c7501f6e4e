using System.Security.Cryptography;
using Azure;

namespace SoraFunctions.Azure.Signing;

/// <summary>A P-256 key whose private part never leaves its vault: signing asks the vault, all else is done here.</summary>
internal sealed class VaultKey : ECDsa
{
    private readonly KeyVault _vault;
    private readonly ECDsa _public;

    /// <param name="vault">Who signs.</param>
    /// <param name="id">Address with version.</param>
    /// <param name="point">The public key.</param>
    public VaultKey(KeyVault vault, Uri id, ECPoint point)
    {
        _vault = vault;
        Id = id;
        _public = Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        LegalKeySizesValue = [new KeySizes(256, 256, 0)];
        KeySizeValue = 256;
    }

    /// <summary>Address with version.</summary>
    public Uri Id { get; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The vault does not sign now.</exception>
    public override byte[] SignHash(byte[] hash)
    {
        try
        {
            return _vault.Sign(Id, hash);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or InvalidDataException)
        {
            throw new IOException($"The key vault {Id.Host} does not sign: {failure.Message.Split('\n')[0]}", failure);
        }
    }

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature) => _public.VerifyHash(hash, signature);

    /// <inheritdoc/>
    public override ECParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The private part of this key does not leave its vault.")
        : _public.ExportParameters(false);

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
