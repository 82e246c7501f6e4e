using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Authentication;

/// <summary>Which scopes an endpoint takes, and what happens to a key that has none of them.</summary>
internal static class ScopeRules
{
    /// <summary>Declares the scopes of which a key needs one.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Scope any)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsScope(any));

    /// <summary>The scopes of which a key needs one. Whoever declares none shows to readers and changes for administrators alone.</summary>
    public static Scope Of(Endpoint endpoint) => endpoint.Metadata.GetMetadata<NeedsScope>()?.Any
        ?? (endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods.All(IsReading) is true ? Scope.Read : Scope.Admin);

    /// <summary>Refuses a key that may not do it.</summary>
    /// <exception cref="ApiException">403, with what is missing.</exception>
    public static void Check(Endpoint endpoint, Scope has)
    {
        var needed = Of(endpoint);
        if ((has & (needed | Scope.Admin)) == Scope.None)
        {
            throw Refusals.Forbidden(Scopes.Words(needed), Scopes.Words(has));
        }
    }

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
