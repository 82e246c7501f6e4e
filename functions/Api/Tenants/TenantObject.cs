using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Tenants;

/// <summary>A tenant on the wire: what it has set, and what the operator lets it have.</summary>
internal sealed record TenantObject(
    string Id,
    string Object,
    string Name,
    long CreatedAt,
    TenantBrandObject? Brand,
    string? Legal,
    string? Voice,
    IReadOnlyList<string>? Channels,
    string? Language,
    IReadOnlyList<string>? Markets,
    TenantPolicyObject? Policy,
    TenantRetentionObject Retention,
    TenantCapsObject SpendCaps,
    TenantLimitsObject Limits)
{
    public static TenantObject Of(TenantRow row, TenantSettingRow? set)
    {
        var (settings, limits) = (TenantDesk.SettingsOf(set), TenantDesk.LimitsOf(set));
        return new TenantObject(
            row.Id,
            "tenant",
            row.Name,
            row.CreatedAt.ToUnixTimeSeconds(),
            settings.Brand is { } brand ? new TenantBrandObject(brand.Name, brand.Primary, brand.Accent, brand.Logo?.Blob.Sha256, brand.Font?.Sha256) : null,
            settings.Legal,
            settings.Voice,
            settings.Channels,
            settings.Language,
            settings.Markets,
            settings.Policy is { } policy ? TenantPolicyObject.Of(policy) : null,
            new TenantRetentionObject(settings.VideoDays, settings.InputDays, set?.HoldReason),
            new TenantCapsObject(settings.DayCap / 1_000_000m, settings.MonthCap / 1_000_000m),
            TenantLimitsObject.Of(limits));
    }
}
