using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Tenants have settings, limits and holds; what they order is counted.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123220000_Tenants")]
internal sealed class M22Tenants : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "TenantSettings",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Settings = table.Column<string>(nullable: true, collation: Ordinal),
                Limits = table.Column<string>(nullable: true, collation: Ordinal),
                HoldReason = table.Column<string>(nullable: true, collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_TenantSettings", row => row.TenantId));
        migration.AddColumn<long>("ReplayedAt", "WebhookDeliveries", nullable: true);
        migration.AddColumn<long>("InputsGoneAt", "Videos", nullable: true);
        migration.CreateTable(
            "QuotaUses",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Period = table.Column<string>(collation: Ordinal),
                Videos = table.Column<int>(),
                Milliseconds = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_QuotaUses", row => new { row.TenantId, row.Period }));
    }
}
