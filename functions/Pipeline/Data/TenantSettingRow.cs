namespace SoraFunctions.Pipeline.Data;

/// <summary>What a tenant has set, and what it may have.</summary>
public sealed class TenantSettingRow
{
    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>What it has set: <see cref="Tenants.TenantSettings"/> as JSON; null for nothing.</summary>
    public string? Settings { get; set; }

    /// <summary>What the operator lets it have: <see cref="Tenants.TenantLimits"/> as JSON; null for the deployment's.</summary>
    public string? Limits { get; set; }

    /// <summary>Why nothing of it may be removed at present; null while things are removed as it has set.</summary>
    public string? HoldReason { get; set; }
}
