using System.Text.Json;

namespace SoraFunctions.Commerce.Ucp;

/// <summary>What the profile of a platform says that matters here: what it speaks and can do.</summary>
/// <param name="Version">The release that it speaks.</param>
/// <param name="Capabilities">What it can do, by name, with the releases of each.</param>
public sealed record UcpPartner(string Version, IReadOnlyDictionary<string, IReadOnlyList<string>> Capabilities)
{
    /// <summary>What it and this service both can do, in the same release.</summary>
    public bool Shares(string capability) => Capabilities.TryGetValue(capability, out var versions) && versions.Contains(UcpProtocol.Version);

    /// <summary>Reads a profile; null where it is none.</summary>
    /// <param name="profile">UTF-8 JSON.</param>
    public static UcpPartner? Read(ReadOnlyMemory<byte> profile)
    {
        try
        {
            using var document = JsonDocument.Parse(profile, new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("ucp", out var ucp) && ucp.ValueKind == JsonValueKind.Object
                && ucp.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.String
                    ? new UcpPartner(version.GetString()!, CapabilitiesOf(ucp))
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> CapabilitiesOf(JsonElement ucp)
    {
        var told = new Dictionary<string, IReadOnlyList<string>>();
        if (ucp.TryGetProperty("capabilities", out var capabilities) && capabilities.ValueKind == JsonValueKind.Object)
        {
            foreach (var one in capabilities.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Array))
            {
                told[one.Name] =
                [
                    .. one.Value.EnumerateArray()
                        .Where(entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.String)
                        .Select(entry => entry.GetProperty("version").GetString()!),
                ];
            }
        }

        return told;
    }
}
