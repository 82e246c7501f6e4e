using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Shows, and the votes of their audiences.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123210000_Shows")]
internal sealed class M21Shows : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Shows",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                FirstVideoId = table.Column<string>(collation: Ordinal),
                VideoId = table.Column<string>(collation: Ordinal),
                MakingVideoId = table.Column<string>(nullable: true, collation: Ordinal),
                MakingChange = table.Column<string>(nullable: true, collation: Ordinal),
                Cut = table.Column<int>(),
                Tries = table.Column<int>(),
                CadenceMinutes = table.Column<int>(),
                MinimumVotes = table.Column<int>(),
                MostCuts = table.Column<int>(),
                CreatedAt = table.Column<long>(),
                NextCutAt = table.Column<long>(),
                EndsAt = table.Column<long>(nullable: true),
                EndedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Shows", row => row.Id));
        migration.CreateIndex("IX_Shows_TenantId_Id", "Shows", ["TenantId", "Id"]);
        migration.CreateIndex("IX_Shows_EndedAt", "Shows", "EndedAt");
        migration.CreateTable(
            "ShowVotes",
            table => new
            {
                ShowId = table.Column<string>(collation: Ordinal),
                Cut = table.Column<int>(),
                Voter = table.Column<string>(collation: Ordinal),
                Change = table.Column<string>(collation: Ordinal),
                Words = table.Column<string>(collation: Ordinal),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_ShowVotes", row => new { row.ShowId, row.Cut, row.Voter }));
        migration.CreateIndex("IX_ShowVotes_ShowId_Cut_Change", "ShowVotes", ["ShowId", "Cut", "Change"]);
    }
}
