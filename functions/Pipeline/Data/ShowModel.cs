using Microsoft.EntityFrameworkCore;

namespace SoraFunctions.Pipeline.Data;

/// <summary>The tables of shows.</summary>
internal static class ShowModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<ShowRow>(show =>
        {
            show.HasKey(row => row.Id);
            show.HasIndex(row => new { row.TenantId, row.Id });
            show.HasIndex(row => row.EndedAt);
        });
        model.Entity<ShowVoteRow>(vote =>
        {
            vote.HasKey(row => new { row.ShowId, row.Cut, row.Voter });
            vote.HasIndex(row => new { row.ShowId, row.Cut, row.Change });
        });
    }
}
