using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SoraFunctions.Api.Ucp;

/// <summary>Reads what is asked of the catalog. Fields that are not known are left alone, as the protocol wants it.</summary>
internal static class UcpQuestion
{
    private const int UsualPage = 10;
    private const int LargestPage = 50;
    private const int MostIds = 100;
    private const int LongestQuery = 500;

    public static UcpWish Search(JsonElement body, string currency)
    {
        var query = Text(body, "query")?.Trim() ?? "";
        var filters = Part(body, "filters");
        if (query.Length == 0 && (filters is not { } asked || !asked.EnumerateObject().Any()))
        {
            throw Bad("A search needs a query, or filters.");
        }

        if (query.Length > LongestQuery)
        {
            throw Bad($"query must have at most {LongestQuery} characters.");
        }

        var page = Part(body, "pagination");
        var limit = page is { } some && some.TryGetProperty("limit", out var told)
            ? told.ValueKind == JsonValueKind.Number && told.TryGetInt32(out var number) && number > 0 ? Math.Min(number, LargestPage) : throw Bad("pagination.limit must be a whole number from 1.")
            : UsualPage;
        return new UcpWish(
            query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            Prices(body, currency),
            page is { } given && Text(given, "cursor") is { } cursor ? IdOf(cursor) : null,
            limit);
    }

    public static UcpPrices Prices(JsonElement body, string currency)
    {
        if (Part(body, "filters") is not { } filters)
        {
            return new UcpPrices(null, null, false, false);
        }

        var categories = filters.TryGetProperty("categories", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0;
        if (Part(filters, "price") is not { } price)
        {
            return new UcpPrices(null, null, false, categories);
        }

        var money = Part(body, "context") is { } context ? Text(context, "currency") : null;
        return money is null || money.Equals(currency, StringComparison.OrdinalIgnoreCase)
            ? new UcpPrices(Amount(price, "min"), Amount(price, "max"), false, categories)
            : new UcpPrices(null, null, true, categories);
    }

    public static IReadOnlyList<string> Ids(JsonElement body)
    {
        if (!body.TryGetProperty("ids", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0
            || list.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.String))
        {
            throw Bad("ids must be a list of at least one id.");
        }

        return list.GetArrayLength() <= MostIds ? [.. list.EnumerateArray().Select(id => id.GetString()!).Distinct()]
            : throw new UcpRefusal(StatusCodes.Status400BadRequest, "request_too_large", $"ids must be at most {MostIds}.");
    }

    public static string Id(JsonElement body) => Text(body, "id") is { Length: > 0 } id ? id : throw Bad("id is required.");

    public static string CursorOf(string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(id));

    private static string IdOf(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            throw Bad("pagination.cursor must be one that was given here.");
        }
    }

    private static long? Amount(JsonElement price, string name) => !price.TryGetProperty(name, out var told) ? null
        : told.ValueKind == JsonValueKind.Number && told.TryGetInt64(out var amount) && amount >= 0 ? amount
        : throw Bad($"filters.price.{name} must be a whole number of smallest coins.");

    private static string? Text(JsonElement from, string name) => !from.TryGetProperty(name, out var told) ? null
        : told.ValueKind == JsonValueKind.String ? told.GetString()
        : throw Bad($"{name} must be a text.");

    private static JsonElement? Part(JsonElement from, string name) => !from.TryGetProperty(name, out var told) ? null
        : told.ValueKind == JsonValueKind.Object ? told
        : throw Bad($"{name} must be an object.");

    private static UcpRefusal Bad(string content) => new(StatusCodes.Status400BadRequest, "invalid_request", content);
}
