using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>People decide about videos.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123150000_Reviews")]
internal sealed class M15Reviews : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Reviews",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                VideoId = table.Column<string>(collation: Ordinal),
                Status = table.Column<int>(),
                Escalated = table.Column<bool>(),
                Needed = table.Column<int>(),
                Findings = table.Column<string>(collation: Ordinal),
                Policy = table.Column<string>(collation: Ordinal),
                RequestSha256 = table.Column<string>(collation: Ordinal),
                Request = table.Column<string>(collation: Ordinal),
                Storyboard = table.Column<string>(collation: Ordinal),
                Changed = table.Column<string>(nullable: true, collation: Ordinal),
                Votes = table.Column<string>(collation: Ordinal),
                Appeal = table.Column<string>(nullable: true, collation: Ordinal),
                Revision = table.Column<int>(),
                CreatedAt = table.Column<long>(),
                ExpiresAt = table.Column<long>(),
                DecidedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Reviews", row => row.Id));
        migration.CreateIndex("IX_Reviews_TenantId_Status_Id", "Reviews", ["TenantId", "Status", "Id"]);
        migration.CreateIndex("IX_Reviews_TenantId_RequestSha256", "Reviews", ["TenantId", "RequestSha256"]);
    }
}
