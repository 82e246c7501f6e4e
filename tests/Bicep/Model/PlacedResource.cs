using SoraFunctions.Bicep.Tests.Language;

namespace SoraFunctions.Bicep.Tests.Model;

/// <summary>A resource and where it stands.</summary>
internal sealed record PlacedResource(ResourceDeclaration Declaration, PlacedResource? Parent, Scope Scope)
{
    /// <summary>Such as <c>Microsoft.Storage/storageAccounts/blobServices</c>; a nested one takes its parent's.</summary>
    public string Type => Parent is null || Written.Contains('/')
        ? Written.Split('@')[0]
        : $"{Parent.Type}/{Written.Split('@')[0]}";

    /// <summary>The version of its interface, its own or its parent's; null if none is given.</summary>
    public string? Version => Written.Split('@') is [_, var version] ? version : Parent?.Version;

    private string Written => Declaration.Type.Fixed ?? "";
}
