using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Single videos and campaigns may be held; machines share what callers may send.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123235000_Holds")]
internal sealed class M27Holds : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<string>("HoldReason", "Videos", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("HoldReason", "Campaigns", nullable: true, collation: Ordinal);
        migration.CreateTable(
            "RequestRates",
            table => new
            {
                Party = table.Column<string>(collation: Ordinal),
                FullAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_RequestRates", row => row.Party));
        migration.CreateTable(
            "Machines",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                SeenAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Machines", row => row.Id));
    }
}
