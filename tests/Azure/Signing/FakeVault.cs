using System.Buffers.Text;
using System.Security.Cryptography;
using SoraFunctions.Azure.Signing;
using SoraFunctions.Azure.Tests.Hosting;

namespace SoraFunctions.Azure.Tests.Signing;

/// <summary>A vault with real keys.</summary>
internal sealed class FakeVault
{
    public const string Key = "https://vault.example/keys/signing";

    private readonly Dictionary<string, ECDsa> _versions = [];

    public FakeVault() => Rest = new FakeRest(Answer);

    public FakeRest Rest { get; }

    public string Newest { get; private set; } = "";

    public string Curve { get; set; } = "P-256";

    /// <summary>Refusals before the next answer.</summary>
    public int Stumbles { get; set; }

    public KeyVault Open() => new(new Uri(Key), new FixedToken("a token"), Rest.Options);

    public FakeVault Rotate()
    {
        Newest = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _versions[Newest] = ECDsa.Create(ECCurve.NamedCurves.nistP256);
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

        if (path is [.., "sign"] && asked.Method == "POST" && asked.Body.GetProperty("alg").GetString() == "ES256")
        {
            var hash = Base64Url.DecodeFromChars(asked.Body.GetProperty("value").GetString());
            return hash.Length == 32 ? (200, $$"""{"kid":"{{Key}}/{{version}}","value":"{{Base64Url.EncodeToString(key.SignHash(hash))}}"}""") : (400, "");
        }

        var point = key.ExportParameters(false).Q;
        return (200, $$$"""
            {"key":{"kid":"{{{Key}}}/{{{version}}}","kty":"EC","key_ops":["sign","verify"],"crv":"{{{Curve}}}",
            "x":"{{{Base64Url.EncodeToString(point.X)}}}","y":"{{{Base64Url.EncodeToString(point.Y)}}}"},"attributes":{"enabled":true}}
            """);
    }
}
