using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Sales;

/// <summary>How each tenant ascribes orders to videos.</summary>
/// <param name="database">Where tenants are.</param>
public sealed class AttributionSettings(SoraDatabase database)
{
    /// <summary>The longest window, in days.</summary>
    public const int LongestWindow = 90;

    /// <summary>The rules of a tenant; the usual ones where it has set none.</summary>
    /// <param name="tenant">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AttributionRules> Of(string tenant, CancellationToken cancellation)
    {
        var row = await database.Tenants.AsNoTracking().FirstOrDefaultAsync(one => one.Id == tenant, cancellation);
        var usual = new AttributionRules();
        return new AttributionRules(
            row?.AttributionDays is { } days ? TimeSpan.FromDays(days) : usual.Window, row?.AttributionTouch ?? usual.Touch);
    }

    /// <summary>Sets them. All reports are counted by them from then on, those of the past too.</summary>
    /// <param name="tenant">Of which tenant.</param>
    /// <param name="days">How many days before its payment an order may be due to a video: 1 to <see cref="LongestWindow"/>.</param>
    /// <param name="touch">To which of several.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Set(string tenant, int days, Touch touch, CancellationToken cancellation)
    {
        if (days is < 1 or > LongestWindow)
        {
            throw new RequestException(new RequestError("window_days", $"window_days must be 1 to {LongestWindow}."));
        }

        await database.Tenants.Where(row => row.Id == tenant).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.AttributionDays, days).SetProperty(one => one.AttributionTouch, touch), cancellation);
    }
}
