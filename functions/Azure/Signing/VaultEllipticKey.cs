using System.Security.Cryptography;

namespace SoraFunctions.Azure.Signing;

/// <summary>An elliptic key whose private part never leaves its vault: signing asks the vault, all else is done here.</summary>
internal sealed class VaultEllipticKey : ECDsa
{
    private readonly KeyVault _vault;
    private readonly Uri _id;
    private readonly ECDsa _public;

    /// <param name="vault">Who signs.</param>
    /// <param name="id">Address with version.</param>
    /// <param name="key">The public key.</param>
    public VaultEllipticKey(KeyVault vault, Uri id, ECParameters key)
    {
        (_vault, _id, _public) = (vault, id, Create(key));
        LegalKeySizesValue = [new KeySizes(_public.KeySize, _public.KeySize, 0)];
        KeySizeValue = _public.KeySize;
    }

    /// <summary>The curve of that name; null for one that manifests are not signed on.</summary>
    /// <param name="name">As JWK has it (RFC 7518).</param>
    public static ECCurve? CurveOf(string? name) => name switch
    {
        "P-256" => ECCurve.NamedCurves.nistP256,
        "P-384" => ECCurve.NamedCurves.nistP384,
        "P-521" => ECCurve.NamedCurves.nistP521,
        _ => null,
    };

    /// <inheritdoc/>
    /// <exception cref="IOException">The vault does not sign now.</exception>
    public override byte[] SignHash(byte[] hash) =>
        _vault.Sign(_id, KeySize switch { 256 => "ES256", 384 => "ES384", _ => "ES512" }, hash, (KeySize + 7) / 8 * 2);

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
