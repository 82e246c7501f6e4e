using System.Text.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>The remotes that a deployment is set to, and what it keeps the keys of its tenants' own with.</summary>
/// <param name="Servers">For all tenants, with their keys, by name.</param>
/// <param name="Ring">Null when tenants can't have remotes of their own.</param>
public sealed record RemoteOptions(IReadOnlyDictionary<string, (RemoteServer Server, string Key)> Servers, KeyRing? Ring)
{
    /// <summary>What is accepted as the setting of remotes, in words.</summary>
    public const string AcceptedServers =
        "a JSON array of remotes such as [{\"url\":\"https://api.example.com/v1\",\"key\":\"…\",\"model\":\"sora-2\",\"price_per_second_usd\":0.1}], each with a name of its own";

    /// <summary>What is accepted as the setting of the ring, in words.</summary>
    public const string AcceptedRing = "32 random bytes under an id, such as k1:base64, or several separated by commas with the newest first";

    /// <summary>No remotes at all.</summary>
    public static RemoteOptions None { get; } = new(new Dictionary<string, (RemoteServer, string)>(), null);

    /// <summary>Reads the remotes for all tenants.</summary>
    /// <param name="json">The setting; null or empty for none.</param>
    /// <exception cref="RequestException">Names what is wrong; never repeats a key.</exception>
    public static IReadOnlyDictionary<string, (RemoteServer Server, string Key)> ReadServers(string? json)
    {
        var servers = new Dictionary<string, (RemoteServer, string)>();
        foreach (var item in string.IsNullOrWhiteSpace(json) ? [] : Items(json))
        {
            var wish = StrictJson.Read<RemoteWish>(item);
            var server = RemoteRules.Checked(wish, shared: true, hint: null);
            if (!servers.TryAdd(server.Name, (server, wish.Key!)))
            {
                throw new RequestException(new RequestError("name", $"The name {server.Name} is given twice."));
            }
        }

        return servers;
    }

    private static IReadOnlyList<JsonElement> Items(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(item => item.Clone())]
                : throw new RequestException(new RequestError(null, $"It must be {AcceptedServers}."));
        }
        catch (JsonException)
        {
            throw new RequestException(new RequestError(null, $"It must be {AcceptedServers}."));
        }
    }
}
