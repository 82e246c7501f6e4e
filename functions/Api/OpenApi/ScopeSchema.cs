using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;

namespace SoraFunctions.Api.OpenApi;

/// <summary>Writes the scopes that endpoints take into their operations, as alternatives: OpenAPI 3.1 takes names of roles there.</summary>
internal static partial class ScopeSchema
{
    public static void Write(JsonObject paths, IEnumerable<Endpoint> endpoints)
    {
        var operations = paths.ToDictionary(path => Shape(path.Key), path => path.Value!.AsObject());
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<NeedsKey>() is not { } needs || !operations.TryGetValue(Shape(endpoint.RoutePattern.RawText!), out var path))
            {
                continue;
            }

            var words = Scopes.Words(ScopeRules.Of(endpoint) | Scope.Admin);
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            {
                if (path[method.ToLowerInvariant()] is JsonObject operation)
                {
                    operation["security"] = new JsonArray(
                    [
                        .. words.Select(JsonNode (word) => new JsonObject { ["key"] = new JsonArray(word) }),
                        .. needs.OrOpen ? [new JsonObject()] : Array.Empty<JsonNode>(),
                    ]);
                }
            }
        }
    }

    private static string Shape(string path) => Parameter().Replace(path.TrimEnd('/'), "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
