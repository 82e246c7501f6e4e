using SoraFunctions.Pipeline.Campaigns.Plans;

namespace SoraFunctions.Api.Campaigns;

/// <summary>A cell that would be made, on the wire; with a video where there is one already.</summary>
internal sealed record ForecastCellObject(int Number, string Name, string Sku, string Locale, string Channel, string Variant, decimal Seconds, string? VideoId)
{
    public static ForecastCellObject Of(CampaignCell cell, string? videoId) =>
        new(cell.Number, cell.Name, cell.Product.Sku, cell.Locale, cell.Channel, cell.Variant, cell.Seconds, videoId);
}
