using System.Text.Json;

namespace SoraFunctions.Commerce.Shopify.Admin;

/// <summary>An answer of the Admin API, read.</summary>
/// <param name="Data">What was asked for; undefined where there is none.</param>
/// <param name="Errors">What was wrong with the question as a whole, in words; empty for nothing.</param>
/// <param name="Throttled">Whether it was refused because the bucket is too empty: ask again.</param>
/// <param name="Denied">Whether the app may not ask this.</param>
/// <param name="Cost">What it cost; null where it is not said.</param>
public sealed record AdminAnswer(JsonElement Data, IReadOnlyList<string> Errors, bool Throttled, bool Denied, QueryCost? Cost)
{
    /// <summary>Reads it; null when it is no answer of a GraphQL server.</summary>
    /// <param name="json">The body.</param>
    public static AdminAnswer? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var errors = root.TryGetProperty("errors", out var found) ? found : default;
            var codes = errors.ValueKind == JsonValueKind.Array ? errors.EnumerateArray().Select(CodeOf).ToList() : [];
            return new AdminAnswer(
                root.TryGetProperty("data", out var data) ? data.Clone() : default,
                Words(errors),
                codes.Contains("THROTTLED"),
                codes.Contains("ACCESS_DENIED"),
                CostOf(root));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a mutation refused, in words (<c>userErrors</c> and their kin); empty for nothing.</summary>
    /// <param name="mutation">The mutation's name.</param>
    public IReadOnlyList<string> RefusalsOf(string mutation)
    {
        if (Data.ValueKind != JsonValueKind.Object || !Data.TryGetProperty(mutation, out var payload) || payload.ValueKind != JsonValueKind.Object)
        {
            return ["the answer holds no result"];
        }

        return
        [
            .. payload.EnumerateObject()
                .Where(pair => pair.Name.EndsWith("serErrors", StringComparison.Ordinal) && pair.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(pair => pair.Value.EnumerateArray())
                .Select(error => Text(error, "code") is { } code ? $"{code}: {Text(error, "message")}" : Text(error, "message") ?? "refused"),
        ];
    }

    private static IReadOnlyList<string> Words(JsonElement errors) => errors.ValueKind switch
    {
        JsonValueKind.Array => [.. errors.EnumerateArray().Select(error => error.ValueKind == JsonValueKind.Object ? Text(error, "message") ?? "an error without words" : error.ToString())],
        JsonValueKind.String => [errors.GetString()!],
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => [errors.ToString()],
    };

    private static string? CodeOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("extensions", out var more) && more.ValueKind == JsonValueKind.Object
            ? Text(more, "code")
            : null;

    private static QueryCost? CostOf(JsonElement root) =>
        root.TryGetProperty("extensions", out var more) && more.ValueKind == JsonValueKind.Object
        && more.TryGetProperty("cost", out var cost) && cost.ValueKind == JsonValueKind.Object
        && cost.TryGetProperty("throttleStatus", out var status) && status.ValueKind == JsonValueKind.Object
            ? new QueryCost(Number(cost, "requestedQueryCost"), Number(status, "maximumAvailable"), Number(status, "currentlyAvailable"), Number(status, "restoreRate"))
            : null;

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static double Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number ? found.GetDouble() : 0;
}
