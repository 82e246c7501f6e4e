using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Orders are counted as they are told of; shops are told what came of their videos, and what a video on a page is called is known.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123230000_Commerce")]
internal sealed class M23Commerce : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<string>("ResultsTo", "Shops", nullable: true, collation: Ordinal);
        migration.AddColumn<string>("Alt", "ShopPublications", nullable: true, collation: Ordinal);
        migration.CreateIndex("IX_SaleEvents_TenantId_Order", "SaleEvents", ["TenantId", "Order"]);
        migration.CreateTable(
            "SaleOrders",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Order = table.Column<string>(collation: Ordinal),
                PaidAt = table.Column<long>(nullable: true),
                PaidUnits = table.Column<long>(),
                RefundedUnits = table.Column<long>(),
                Currency = table.Column<string>(nullable: true, collation: Ordinal),
                Evidence = table.Column<string>(collation: Ordinal),
                Unbooked = table.Column<string>(nullable: true, collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_SaleOrders", row => new { row.TenantId, row.Order }));
        migration.CreateIndex("IX_SaleOrders_TenantId_PaidAt", "SaleOrders", ["TenantId", "PaidAt"]);
        migration.CreateTable(
            "SaleNames",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                Order = table.Column<string>(collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_SaleNames", row => new { row.TenantId, row.Name }));
        migration.CreateIndex("IX_SaleNames_TenantId_Order", "SaleNames", ["TenantId", "Order"]);
        migration.CreateTable(
            "SaleBooks",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Version = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_SaleBooks", row => row.TenantId));
        migration.CreateTable(
            "ShopResults",
            table => new
            {
                Shop = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Activity = table.Column<string>(collation: Ordinal),
                Day = table.Column<string>(collation: Ordinal),
                ToldAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ShopResults", row => new { row.Shop, row.Activity, row.Day }));
    }
}
