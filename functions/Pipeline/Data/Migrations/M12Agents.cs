using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Tenants sell through agents.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123131500_Agents")]
internal sealed class M12Agents : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "AgentSellers",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Terms = table.Column<string>(collation: Ordinal),
                TokenHash = table.Column<string>(collation: Ordinal),
                WebhookUrl = table.Column<string>(nullable: true, collation: Ordinal),
                SealedSecret = table.Column<string>(nullable: true, collation: Ordinal),
                ChangedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_AgentSellers", row => row.TenantId));
        migration.CreateIndex("IX_AgentSellers_TokenHash", "AgentSellers", "TokenHash", unique: true);
        migration.CreateTable(
            "AgentCheckouts",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                State = table.Column<string>(collation: Ordinal),
                Revision = table.Column<int>(),
                CreatedAt = table.Column<long>(),
                UpdatedAt = table.Column<long>(),
                ExpiresAt = table.Column<long>(),
                PaidAt = table.Column<long>(nullable: true),
                UntoldSince = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_AgentCheckouts", row => row.Id));
        migration.CreateIndex("IX_AgentCheckouts_TenantId_PaidAt", "AgentCheckouts", ["TenantId", "PaidAt"]);
        migration.CreateIndex("IX_AgentCheckouts_ExpiresAt", "AgentCheckouts", "ExpiresAt");
        migration.CreateIndex("IX_AgentCheckouts_UntoldSince", "AgentCheckouts", "UntoldSince");
    }
}
