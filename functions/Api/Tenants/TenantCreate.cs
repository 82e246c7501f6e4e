using System.ComponentModel;

namespace SoraFunctions.Api.Tenants;

/// <summary>The body of <c>POST /v1/tenants</c>.</summary>
internal sealed record TenantCreate
{
    [Description("1 to 32 characters of a-z, 0-9 and '-'; it can't be changed.")]
    public required string Id { get; init; }

    [Description("What people call it; up to 120 characters.")]
    public string? Name { get; init; }
}
