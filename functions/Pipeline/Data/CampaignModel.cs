using Microsoft.EntityFrameworkCore;

namespace SoraFunctions.Pipeline.Data;

/// <summary>The tables of campaigns.</summary>
internal static class CampaignModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<CampaignRow>(campaign =>
        {
            campaign.HasKey(row => row.Id);
            campaign.HasIndex(row => new { row.TenantId, row.Id });
            campaign.HasIndex(row => row.NextDueAt);
        });
        model.Entity<CampaignRunRow>(run =>
        {
            run.HasKey(row => row.Id);
            run.Property(row => row.State).IsConcurrencyToken();
            run.HasIndex(row => new { row.CampaignId, row.Id });
            run.HasIndex(row => new { row.State, row.TenantId });
        });
        model.Entity<CampaignCellRow>(cell =>
        {
            cell.HasKey(row => new { row.RunId, row.Number });
            cell.Property(row => row.State).IsConcurrencyToken();
            cell.HasIndex(row => new { row.RunId, row.State, row.Number });
            cell.HasIndex(row => new { row.State, row.TenantId, row.Engine });
            cell.HasIndex(row => new { row.TenantId, row.Key });
            cell.HasIndex(row => row.CampaignId);
            cell.HasIndex(row => row.VideoId);
        });
    }
}
