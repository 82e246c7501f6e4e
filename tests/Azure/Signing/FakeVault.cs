using System.Buffers.Text;
using System.Security.Cryptography;
using SoraFunctions.Azure.Signing;
using SoraFunctions.Azure.Tests.Hosting;

namespace SoraFunctions.Azure.Tests.Signing;

/// <summary>A vault with real keys.</summary>
internal sealed class FakeVault
{
    public const string Key = "https://vault.example/keys/signing";

    private readonly Dictionary<string, AsymmetricAlgorithm> _versions = [];

    public FakeVault() => Rest = new FakeRest(Answer);

    public FakeRest Rest { get; }

    public string Newest { get; private set; } = "";

    /// <summary>What the next keys are: a curve, or RSA.</summary>
    public string Kind { get; set; } = "P-256";

    /// <summary>Refusals before the next answer.</summary>
    public int Stumbles { get; set; }

    public KeyVault Open() => new(new Uri(Key), new FixedToken("a token"), Rest.Options);

    public FakeVault Rotate()
    {
        Newest = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _versions[Newest] = Kind == "RSA" ? RSA.Create(2048) : ECDsa.Create(ECCurve.CreateFromFriendlyName(Kind switch { "P-256" => "nistP256", "P-384" => "nistP384", "P-521" => "nistP521", _ => Kind }));
        return this;
    }

    private (int Status, string Body) Answer(FakeRest.Asked asked)
    {
        var address = new Uri(asked.Address);
        if (address.Query != "?api-version=7.4" || asked.Bearer != "Bearer a token")
        {
            return (401, "");
        }

        if (Stumbles-- > 0)
        {
            return (503, "");
        }

        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var version = path.Length > 2 ? path[2] : Newest;
        if (path is not ["keys", "signing", ..] || !_versions.TryGetValue(version, out var key))
        {
            return (404, """{"error":{"code":"KeyNotFound"}}""");
        }

        if (path is [.., "sign"] && asked.Method == "POST")
        {
            var hash = Base64Url.DecodeFromChars(asked.Body.GetProperty("value").GetString());
            var signature = (key, asked.Body.GetProperty("alg").GetString(), hash.Length) switch
            {
                (ECDsa { KeySize: 256 } ec, "ES256", 32) => ec.SignHash(hash),
                (ECDsa { KeySize: 384 } ec, "ES384", 48) => ec.SignHash(hash),
                (ECDsa { KeySize: 521 } ec, "ES512", 64) => ec.SignHash(hash),
                (RSA rsa, "PS256", 32) => rsa.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
                _ => null,
            };
            return signature is null ? (400, "") : (200, $$"""{"kid":"{{Key}}/{{version}}","value":"{{Base64Url.EncodeToString(signature)}}"}""");
        }

        return (200, $$$"""{"key":{"kid":"{{{Key}}}/{{{version}}}","key_ops":["sign","verify"],{{{Public(key)}}}},"attributes":{"enabled":true}}""");
    }

    private string Public(AsymmetricAlgorithm key)
    {
        if (key is RSA rsa)
        {
            var numbers = rsa.ExportParameters(false);
            return $$"""
                "kty":"RSA","n":"{{Base64Url.EncodeToString(numbers.Modulus)}}","e":"{{Base64Url.EncodeToString(numbers.Exponent)}}"
                """;
        }

        var point = ((ECDsa)key).ExportParameters(false).Q;
        var curve = key.KeySize switch { 256 => Kind == "secp256k1" ? "P-256K" : "P-256", 384 => "P-384", _ => "P-521" };
        return $$"""
            "kty":"EC","crv":"{{curve}}","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"
            """;
    }
}
