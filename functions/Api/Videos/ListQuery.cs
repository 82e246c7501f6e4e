using System.Globalization;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Videos;

/// <summary>What a list is asked for.</summary>
/// <param name="Limit">0 to 100.</param>
/// <param name="Ascending">Oldest first.</param>
/// <param name="After">Id of the last item seen; null for the start.</param>
internal sealed record ListQuery(int Limit, bool Ascending, string? After)
{
    private const int Usual = 20;
    private const int Most = 100;

    public static ListQuery Of(HttpRequest request)
    {
        var query = request.Query;
        var limit = Usual;
        if (query.TryGetValue("limit", out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit > Most))
        {
            throw Refusals.Invalid("limit", $"limit must be a whole number from 0 to {Most}.");
        }

        var order = query.TryGetValue("order", out var word) ? word.ToString() : "desc";
        if (order is not ("asc" or "desc"))
        {
            throw Refusals.Invalid("order", "order must be asc or desc.");
        }

        var after = query.TryGetValue("after", out var cursor) && cursor.ToString() is { Length: > 0 } id ? id : null;
        return after is null || (after.Length <= 64 && after.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
            ? new ListQuery(limit, order == "asc", after)
            : throw Refusals.Invalid("after", "after must be the id of an item of the list.");
    }
}
