using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Sellers count what agents may buy, and payments of unknown outcome are found.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123154500_AgentStock")]
internal sealed class M18AgentStock : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "AgentStocks",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Item = table.Column<string>(collation: Ordinal),
                Quantity = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_AgentStocks", row => new { row.TenantId, row.Item }));
        migration.AddColumn<long>("PayingSince", "AgentCheckouts", nullable: true);
        migration.CreateIndex("IX_AgentCheckouts_PayingSince", "AgentCheckouts", "PayingSince");
    }
}
