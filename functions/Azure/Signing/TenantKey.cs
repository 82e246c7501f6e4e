using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Azure.Signing;

/// <summary>The key that a tenant's files are signed with.</summary>
/// <param name="Key">Its address in a vault; without a version in it the newest.</param>
/// <param name="Certificates">Its chain in PEM, leaf first and root last; null makes one.</param>
public sealed record TenantKey(Uri Key, string? Certificates = null)
{
    /// <summary>What is accepted as text.</summary>
    public const string Accepted =
        """an object of tenants such as {"shop": {"key": "https://name.vault.azure.net/keys/shop", "certificates": "-----BEGIN CERTIFICATE-----..."}}, certificates left out for a self-made chain""";

    /// <summary>The keys in a text, by tenant; null when it is not <see cref="Accepted"/>.</summary>
    /// <param name="json">JSON.</param>
    public static IReadOnlyDictionary<string, TenantKey>? Parse(string json)
    {
        try
        {
            var keys = JsonSerializer.Deserialize(json, TenantKeyJson.Default.DictionaryStringTenantKey);
            return keys is not null && keys.Values.All(one => one is { Key: { IsAbsoluteUri: true, Scheme: "https" } address }
                && address.AbsolutePath.StartsWith("/keys/", StringComparison.Ordinal)) ? keys : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Its JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, TenantKey>))]
internal sealed partial class TenantKeyJson : JsonSerializerContext;
