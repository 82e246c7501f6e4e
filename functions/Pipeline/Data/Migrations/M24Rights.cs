using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Rights-holders, their grants, and what was made under them.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123240000_Rights")]
internal sealed class M24Rights : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "RightsHolders",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                Ask = table.Column<string>(collation: Ordinal),
                Works = table.Column<string>(collation: Ordinal),
                Revision = table.Column<long>(),
                CreatedAt = table.Column<long>(),
                RemovedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_RightsHolders", row => row.Id));
        migration.CreateIndex("IX_RightsHolders_TenantId_Id", "RightsHolders", ["TenantId", "Id"]);
        migration.CreateTable(
            "Grants",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                HolderId = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Works = table.Column<string>(collation: Ordinal),
                Markets = table.Column<string>(collation: Ordinal),
                Channels = table.Column<string>(collation: Ordinal),
                From = table.Column<long>(),
                Until = table.Column<long>(nullable: true),
                ShareBasisPoints = table.Column<int>(),
                CreatedAt = table.Column<long>(),
                RevokedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Grants", row => row.Id));
        migration.CreateIndex("IX_Grants_TenantId_Id", "Grants", ["TenantId", "Id"]);
        migration.CreateIndex("IX_Grants_HolderId_Id", "Grants", ["HolderId", "Id"]);
        migration.CreateTable(
            "GrantUses",
            table => new
            {
                VideoId = table.Column<string>(collation: Ordinal),
                GrantId = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                HolderId = table.Column<string>(collation: Ordinal),
                Works = table.Column<string>(collation: Ordinal),
                ShareBasisPoints = table.Column<int>(),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_GrantUses", row => new { row.VideoId, row.GrantId }));
        migration.CreateIndex("IX_GrantUses_HolderId_At", "GrantUses", ["HolderId", "At"]);
        migration.CreateIndex("IX_GrantUses_TenantId", "GrantUses", "TenantId");
        migration.AddColumn<string>("Rights", "Videos", nullable: true, collation: Ordinal);
    }
}
