using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Campaigns;

/// <summary>A cell on the wire.</summary>
internal sealed record CellObject(
    int Number, string Object, string Name, string Sku, string Locale, string Channel, string Variant, decimal Seconds, string Status,
    string? VideoId, bool Reused, int Failures, string? Fault)
{
    public static CellObject Of(CampaignCellRow cell) => new(
        cell.Number, "campaign.cell", cell.Name, cell.Sku, cell.Locale, cell.Channel, cell.Variant, cell.Milliseconds / 1000m,
        EnumWord.Of(cell.State), cell.VideoId, cell.Reused, cell.Failures, cell.Fault);
}
