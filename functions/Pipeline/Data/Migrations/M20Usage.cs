using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>The ledger holds what every stage takes, by day, project and campaign; videos keep what they were expected to cost.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123200000_Usage")]
internal sealed class M20Usage : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<string>("Stage", "Usage", defaultValue: "render", collation: Ordinal);
        migration.AddColumn<string>("Project", "Usage", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Campaign", "Usage", nullable: true, collation: Ordinal);
        foreach (var column in new[] { "Pixels", "WorkMilliseconds", "GpuMilliseconds", "Tokens", "Bytes", "ByteDays" })
        {
            migration.AddColumn<long>(column, "Usage", defaultValue: 0L);
        }

        migration.AddColumn<string>("Day", "Usage", defaultValue: "", collation: Ordinal);

        // 62,135,596,800 s lie between the first tick of .NET and Unix's; a tick is 100 ns.
        migration.Sql(OnPostgres
            ? """UPDATE "Usage" SET "Day" = to_char(to_timestamp("At" / 10000000 - 62135596800) AT TIME ZONE 'UTC', 'YYYY-MM-DD')"""
            : """UPDATE "Usage" SET "Day" = strftime('%Y-%m-%d', "At" / 10000000 - 62135596800, 'unixepoch')""");
        migration.CreateIndex("IX_Usage_TenantId_Day", "Usage", ["TenantId", "Day"]);
        migration.AddColumn<long>("EstimatedMicroDollars", "Videos", nullable: true);
    }
}
