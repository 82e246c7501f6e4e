using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Sales are logged and ascribed to videos, plays counted, spends booked; links are for a channel, expire, and lead elsewhere in some countries.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123120000_Sales")]
internal sealed class M10Sales : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<int>("AttributionDays", "Tenants", nullable: true);
        migration.AddColumn<int>("AttributionTouch", "Tenants", nullable: true);
        migration.AddColumn<string>("Channel", "CommerceLinks", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Campaign", "CommerceLinks", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Product", "CommerceLinks", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Variant", "CommerceLinks", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Discount", "CommerceLinks", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Alternatives", "CommerceLinks", nullable: true, collation: Ordinal);
        migration.AddColumn<long>("ExpiresAt", "CommerceLinks", nullable: true);
        migration.CreateIndex("IX_CommerceLinks_TenantId", "CommerceLinks", "TenantId");
        migration.CreateTable(
            "SaleEvents",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Id = table.Column<string>(collation: Ordinal),
                Hash = table.Column<string>(collation: Ordinal),
                Order = table.Column<string>(collation: Ordinal),
                Kind = table.Column<int>(),
                At = table.Column<long>(),
                MinorUnits = table.Column<long>(),
                Currency = table.Column<string>(collation: Ordinal),
                AlsoKnownAs = table.Column<string>(collation: Ordinal),
                Evidence = table.Column<string>(collation: Ordinal),
                RecordedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_SaleEvents", row => new { row.TenantId, row.Id, row.Hash }));
        migration.CreateIndex("IX_SaleEvents_TenantId_At", "SaleEvents", ["TenantId", "At"]);
        migration.CreateTable(
            "Plays",
            table => new
            {
                VideoId = table.Column<string>(collation: Ordinal),
                Channel = table.Column<string>(collation: Ordinal),
                Day = table.Column<string>(collation: Ordinal),
                Event = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Count = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Plays", row => new { row.VideoId, row.Channel, row.Day, row.Event }));
        migration.CreateIndex("IX_Plays_TenantId_Day", "Plays", ["TenantId", "Day"]);
        migration.CreateTable(
            "AdSpends",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                VideoId = table.Column<string>(collation: Ordinal),
                Channel = table.Column<string>(collation: Ordinal),
                Day = table.Column<string>(collation: Ordinal),
                MinorUnits = table.Column<long>(),
                Currency = table.Column<string>(collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_AdSpends", row => row.Id));
        migration.CreateIndex("IX_AdSpends_TenantId_Day", "AdSpends", ["TenantId", "Day"]);
        migration.CreateTable(
            "RevenueShares",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Since = table.Column<long>(),
                Parties = table.Column<string>(collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_RevenueShares", row => new { row.TenantId, row.Since }));
    }
}
