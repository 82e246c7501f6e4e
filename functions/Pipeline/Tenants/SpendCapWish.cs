using System.ComponentModel;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>Spend caps as they are written.</summary>
public sealed record SpendCapWish
{
    /// <summary>See <see cref="TenantSettings.DayCap"/>.</summary>
    [Description("US dollars in a day of UTC.")]
    public decimal? PerDayUsd { get; init; }

    /// <summary>See <see cref="TenantSettings.MonthCap"/>.</summary>
    [Description("US dollars in a month of UTC.")]
    public decimal? PerMonthUsd { get; init; }
}
