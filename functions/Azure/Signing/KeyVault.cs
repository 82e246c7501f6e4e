using System.Buffers.Text;
using System.Security.Cryptography;
using Azure;
using Azure.Core;
using SoraFunctions.Azure.Hosting;

namespace SoraFunctions.Azure.Signing;

/// <summary>
/// Keys of an Azure key vault over REST, version <see cref="Version"/>: two operations, through the SDK's pipeline, so that they are
/// tested on the wire where the package Azure.Security.KeyVault.Keys can't be restored.
/// </summary>
/// <param name="address">Such as <c>https://vault.vault.azure.net</c>; the rest of a key's address is left off.</param>
/// <param name="credential">The identity; needs the role Key Vault Crypto User.</param>
/// <param name="options">How it is reached; null for the SDK's usual ways.</param>
internal sealed class KeyVault(Uri address, TokenCredential credential, RestOptions? options = null)
{
    /// <summary>Version of its API.</summary>
    public const string Version = "7.4";

    private readonly RestService _rest = new(new Uri(address, "/"), credential, "https://vault.azure.net/.default", options);

    /// <summary>The key at an address; without a version in it the newest one, which it then stays at.</summary>
    /// <param name="key">Such as <c>https://vault.vault.azure.net/keys/signing</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidDataException">It is no key that can sign here; says what is needed.</exception>
    public async Task<VaultKey> Open(Uri key, CancellationToken cancellation)
    {
        var path = key.AbsolutePath.Trim('/');
        var jwk = (await _rest.Get($"{path}?api-version={Version}", VaultWords.Default.VaultKeyAnswer, cancellation)).Key;
        return jwk switch
        {
            { Kty: "EC" or "EC-HSM", X: { } x, Y: { } y } when VaultEllipticKey.CurveOf(jwk.Crv) is { } curve => new VaultKey(
                new Uri(jwk.Kid),
                new VaultEllipticKey(
                    this, new Uri(jwk.Kid), new ECParameters { Curve = curve, Q = new ECPoint { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) } })),
            { Kty: "RSA" or "RSA-HSM", N: { } modulus, E: { } exponent } => new VaultKey(
                new Uri(jwk.Kid),
                new VaultRsaKey(
                    this, new Uri(jwk.Kid), new RSAParameters { Modulus = Base64Url.DecodeFromChars(modulus), Exponent = Base64Url.DecodeFromChars(exponent) })),
            _ => throw new InvalidDataException(
                $"The key {path} can't sign manifests: an elliptic key on P-256, P-384 or P-521 or an RSA key is needed, not {jwk?.Kty} {jwk?.Crv}."),
        };
    }

    /// <summary>Signs a hash.</summary>
    /// <param name="key">With its version.</param>
    /// <param name="algorithm">The vault's name of it, which is that of JWA: ES256, ES384, ES512 or PS256.</param>
    /// <param name="hash">As long as the algorithm has it.</param>
    /// <param name="bytes">How long the signature is.</param>
    /// <returns>r and s of one length for elliptic keys.</returns>
    /// <exception cref="IOException">The vault does not sign now.</exception>
    public byte[] Sign(Uri key, string algorithm, byte[] hash, int bytes)
    {
        try
        {
            var answer = _rest.PostNow(
                $"{key.AbsolutePath.Trim('/')}/sign?api-version={Version}", new SignOrder(algorithm, Base64Url.EncodeToString(hash)),
                VaultWords.Default.SignOrder, VaultWords.Default.SignAnswer);
            var signature = Base64Url.DecodeFromChars(answer.Value ?? "");
            return signature.Length == bytes ? signature : throw new InvalidDataException($"The vault's signature has {signature.Length} bytes, not {bytes}.");
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or InvalidDataException)
        {
            throw new IOException($"The key vault {key.Host} does not sign: {failure.Message.Split('\n')[0]}", failure);
        }
    }
}
