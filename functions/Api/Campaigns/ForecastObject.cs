using SoraFunctions.Pipeline.Campaigns.Forecasts;

namespace SoraFunctions.Api.Campaigns;

/// <summary>What a run would make, on the wire.</summary>
internal sealed record ForecastObject(
    string Object,
    int Products,
    int Cells,
    int Existing,
    int ToMake,
    int WithinBudget,
    decimal Seconds,
    SpendingObject Cost,
    double TakesSeconds,
    string Engine,
    bool Measured,
    IReadOnlyList<long> NextRunsAt,
    IReadOnlyList<ForecastCellObject> Matrix)
{
    public static ForecastObject Of(CampaignForecast forecast) => new(
        "campaign.dry_run", forecast.Products, forecast.Cells, forecast.Existing, forecast.Cells - forecast.Existing, forecast.Fits,
        forecast.Seconds, SpendingObject.Of(forecast.Spending), Math.Round(forecast.Takes.TotalSeconds, 1), forecast.Engine, forecast.Rate.Measured,
        [.. forecast.NextDue.Select(due => due.ToUnixTimeSeconds())],
        [.. forecast.Shown.Select(one => ForecastCellObject.Of(one.Cell, one.VideoId))]);
}
