using System.ComponentModel;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>A policy as it is written.</summary>
public sealed record PolicyWish
{
    /// <summary>See <see cref="TenantPolicy.Engines"/>.</summary>
    [Description("Engines that may be named; all when left out. See /v1/models.")]
    public IReadOnlyList<string>? Engines { get; init; }

    /// <summary>See <see cref="TenantPolicy.MostSeconds"/>.</summary>
    [Description("Longest video in seconds, 1 to 120.")]
    public int? MostSeconds { get; init; }

    /// <summary>See <see cref="TenantPolicy.Moderation"/>.</summary>
    [Description("How orders are judged; only ever stricter than the deployment.")]
    public ModerationWish? Moderation { get; init; }
}
