using Microsoft.EntityFrameworkCore;

namespace SoraFunctions.Pipeline.Data;

/// <summary>The tables of rights-holders.</summary>
internal static class RightsModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<RightsHolderRow>(holder =>
        {
            holder.Property(row => row.Revision).IsConcurrencyToken();
            holder.HasKey(row => row.Id);
            holder.HasIndex(row => new { row.TenantId, row.Id });
        });
        model.Entity<GrantRow>(grant =>
        {
            grant.HasKey(row => row.Id);
            grant.HasIndex(row => new { row.TenantId, row.Id });
            grant.HasIndex(row => new { row.HolderId, row.Id });
        });
        model.Entity<GrantUseRow>(use =>
        {
            use.HasKey(row => new { row.VideoId, row.GrantId });
            use.HasIndex(row => new { row.HolderId, row.At });
            use.HasIndex(row => row.TenantId);
        });
    }
}
