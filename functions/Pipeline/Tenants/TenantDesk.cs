using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>What tenants have set, and what the operator lets them have.</summary>
/// <param name="database">Where that is.</param>
public sealed class TenantDesk(SoraDatabase database)
{
    /// <summary>What a tenant has set.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<TenantSettings> Settings(string tenant, CancellationToken cancellation) =>
        SettingsOf(await Row(tenant, cancellation));

    /// <summary>What the operator lets a tenant have.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<TenantLimits> Limits(string tenant, CancellationToken cancellation) =>
        LimitsOf(await Row(tenant, cancellation));

    /// <summary>The row of a tenant; null while nothing is set.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<TenantSettingRow?> Row(string tenant, CancellationToken cancellation) =>
        database.TenantSettings.AsNoTracking().FirstOrDefaultAsync(row => row.TenantId == tenant, cancellation);

    /// <summary>Sets what a tenant wants.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="settings">To what.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Set(string tenant, TenantSettings settings, CancellationToken cancellation) => Change(
        tenant, row => row.Settings = JsonSerializer.Serialize(settings, PipelineJson.Default.TenantSettings), cancellation);

    /// <summary>Sets what a tenant may have.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="limits">How much.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Limit(string tenant, TenantLimits limits, CancellationToken cancellation) => Change(
        tenant, row => row.Limits = JsonSerializer.Serialize(limits, PipelineJson.Default.TenantLimits), cancellation);

    /// <summary>Holds everything of a tenant, or lets it go.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="reason">Why; null to let go.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Hold(string tenant, string? reason, CancellationToken cancellation) => Change(tenant, row => row.HoldReason = reason, cancellation);

    /// <summary>What a row holds.</summary>
    /// <param name="row">Of the tenant; null for none.</param>
    public static TenantSettings SettingsOf(TenantSettingRow? row) =>
        row?.Settings is { } text ? JsonSerializer.Deserialize(text, PipelineJson.Default.TenantSettings) ?? TenantSettings.None : TenantSettings.None;

    /// <summary>What a row holds.</summary>
    /// <param name="row">Of the tenant; null for none.</param>
    public static TenantLimits LimitsOf(TenantSettingRow? row) =>
        row?.Limits is { } text ? JsonSerializer.Deserialize(text, PipelineJson.Default.TenantLimits) ?? TenantLimits.None : TenantLimits.None;

    private async Task Change(string tenant, Action<TenantSettingRow> change, CancellationToken cancellation)
    {
        var row = await database.TenantSettings.FirstOrDefaultAsync(one => one.TenantId == tenant, cancellation)
            ?? database.TenantSettings.Add(new TenantSettingRow { TenantId = tenant }).Entity;
        change(row);
        await database.SaveChangesAsync(cancellation);
        database.Entry(row).State = EntityState.Detached;
    }
}
