using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Campaigns, their runs and the cells of those.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123170000_Campaigns")]
internal sealed class M17Campaigns : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Campaigns",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                Document = table.Column<string>(collation: Ordinal),
                CreatedAt = table.Column<long>(),
                ChangedAt = table.Column<long>(),
                PausedAt = table.Column<long>(nullable: true),
                NextDueAt = table.Column<long>(nullable: true),
                Winner = table.Column<string>(nullable: true, collation: Ordinal),
                WarnedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Campaigns", row => row.Id));
        migration.CreateIndex("IX_Campaigns_TenantId_Id", "Campaigns", ["TenantId", "Id"]);
        migration.CreateIndex("IX_Campaigns_NextDueAt", "Campaigns", "NextDueAt");
        migration.CreateTable(
            "CampaignRuns",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                CampaignId = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                State = table.Column<int>(),
                DueAt = table.Column<long>(),
                CreatedAt = table.Column<long>(),
                EndedAt = table.Column<long>(nullable: true),
                PassedOver = table.Column<int>(),
                Priority = table.Column<int>(),
                Document = table.Column<string>(collation: Ordinal),
                Products = table.Column<string>(nullable: true, collation: Ordinal),
                Variants = table.Column<string>(nullable: true, collation: Ordinal),
                Cells = table.Column<int>(),
                ApprovedAt = table.Column<long>(nullable: true),
                AskedAt = table.Column<long>(nullable: true),
                Reason = table.Column<string>(nullable: true, collation: Ordinal),
                Manifest = table.Column<string>(nullable: true, collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_CampaignRuns", row => row.Id));
        migration.CreateIndex("IX_CampaignRuns_CampaignId_Id", "CampaignRuns", ["CampaignId", "Id"]);
        migration.CreateIndex("IX_CampaignRuns_State_TenantId", "CampaignRuns", ["State", "TenantId"]);
        migration.CreateTable(
            "CampaignCells",
            table => new
            {
                RunId = table.Column<string>(collation: Ordinal),
                Number = table.Column<int>(),
                CampaignId = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Sku = table.Column<string>(collation: Ordinal),
                Locale = table.Column<string>(collation: Ordinal),
                Channel = table.Column<string>(collation: Ordinal),
                Variant = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                Key = table.Column<string>(collation: Ordinal),
                Document = table.Column<string>(collation: Ordinal),
                Engine = table.Column<string>(collation: Ordinal),
                Milliseconds = table.Column<int>(),
                State = table.Column<int>(),
                VideoId = table.Column<string>(nullable: true, collation: Ordinal),
                Reused = table.Column<bool>(),
                Failures = table.Column<int>(),
                RetryAt = table.Column<long>(nullable: true),
                Fault = table.Column<string>(nullable: true, collation: Ordinal),
                PaidMicroDollars = table.Column<long>(),
                DueMicroDollars = table.Column<long>(),
                PaidGpuMilliseconds = table.Column<long>(),
                DueGpuMilliseconds = table.Column<long>(),
                EndedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_CampaignCells", row => new { row.RunId, row.Number }));
        migration.CreateIndex("IX_CampaignCells_RunId_State_Number", "CampaignCells", ["RunId", "State", "Number"]);
        migration.CreateIndex("IX_CampaignCells_State_TenantId_Engine", "CampaignCells", ["State", "TenantId", "Engine"]);
        migration.CreateIndex("IX_CampaignCells_TenantId_Key", "CampaignCells", ["TenantId", "Key"]);
        migration.CreateIndex("IX_CampaignCells_CampaignId", "CampaignCells", "CampaignId");
        migration.CreateIndex("IX_CampaignCells_VideoId", "CampaignCells", "VideoId");
    }
}
