using System.ComponentModel;

namespace SoraFunctions.Api.Tenants;

/// <summary>The body of <c>PUT /v1/tenants/{id}/limits</c>: what is left out is the deployment's, or without limit.</summary>
internal sealed record LimitsWish
{
    [Description("Requests in a minute, 1 to 1,000,000.")]
    public int? RequestsPerMinute { get; init; }

    [Description("Requests that are answered at the same time, 1 to 1,000,000.")]
    public int? ConcurrentRequests { get; init; }

    [Description("Videos that may be ordered in a day of UTC.")]
    public int? VideosPerDay { get; init; }

    [Description("Videos that may be ordered in a month of UTC.")]
    public int? VideosPerMonth { get; init; }

    [Description("Seconds of video that may be ordered in a month of UTC, all renditions together.")]
    public long? SecondsPerMonth { get; init; }

    [Description("US dollars that may be spent in a month of UTC.")]
    public decimal? PerMonthUsd { get; init; }
}
