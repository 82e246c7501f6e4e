using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Authentication;

/// <summary>Scopes as words, in requests, answers and rows.</summary>
internal static class Scopes
{
    /// <summary>Of a route that shows a video or what it is made with: whoever makes, plans or judges videos has to see them.</summary>
    public const Scope Viewing = Scope.Read | Scope.Render | Scope.Campaign | Scope.Review;

    private static readonly Dictionary<string, Scope> _words = Enum.GetValues<Scope>()
        .Where(scope => scope != Scope.None)
        .ToDictionary(scope => scope.ToString().ToLowerInvariant());

    /// <summary>The words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Words(Scope scopes) => [.. _words.Where(pair => scopes.HasFlag(pair.Value)).Select(pair => pair.Key)];

    /// <summary>What a request asks for.</summary>
    /// <exception cref="ApiException">It names none, or one that there is not.</exception>
    public static Scope Read(IReadOnlyList<string> words)
    {
        var scopes = Scope.None;
        foreach (var (index, word) in words.Index())
        {
            scopes |= _words.TryGetValue(word, out var scope)
                ? scope
                : throw Refusals.Invalid($"scopes[{index}]", $"scopes[{index}] must be one of: {string.Join(", ", _words.Keys)}.");
        }

        return scopes != Scope.None ? scopes : throw Refusals.Invalid("scopes", $"scopes must name at least one of: {string.Join(", ", _words.Keys)}.");
    }

    /// <summary>What a row holds; keys that are older than scopes may do everything.</summary>
    public static Scope OfRow(string? words) => words is null
        ? Scope.Admin
        : words.Split(' ').Aggregate(Scope.None, (scopes, word) => scopes | _words.GetValueOrDefault(word));

    /// <summary>What a row keeps.</summary>
    public static string ToRow(Scope scopes) => string.Join(' ', Words(scopes));
}
