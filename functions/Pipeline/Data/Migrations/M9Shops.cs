using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Shops install the app; their products get videos, which are published there.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123110000_Shops")]
internal sealed class M9Shops : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Shops",
            table => new
            {
                Domain = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                SealedToken = table.Column<string>(nullable: true, collation: Ordinal),
                Scopes = table.Column<string>(collation: Ordinal),
                Host = table.Column<string>(nullable: true, collation: Ordinal),
                Name = table.Column<string>(nullable: true, collation: Ordinal),
                Currency = table.Column<string>(nullable: true, collation: Ordinal),
                Locales = table.Column<string>(nullable: true, collation: Ordinal),
                InstalledAt = table.Column<long>(),
                UninstalledAt = table.Column<long>(nullable: true),
                Publishes = table.Column<bool>(),
                BackFill = table.Column<string>(nullable: true, collation: Ordinal),
                BulkId = table.Column<string>(nullable: true, collation: Ordinal),
                ReconciledTo = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Shops", row => row.Domain));
        migration.CreateIndex("IX_Shops_TenantId", "Shops", "TenantId");
        migration.CreateTable(
            "ShopDeliveries",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                Shop = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Topic = table.Column<string>(collation: Ordinal),
                Body = table.Column<string>(nullable: true, collation: Ordinal),
                ReceivedAt = table.Column<long>(),
                HandledAt = table.Column<long>(nullable: true),
                Outcome = table.Column<string>(nullable: true, collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_ShopDeliveries", row => row.Id));
        migration.CreateIndex("IX_ShopDeliveries_HandledAt_ReceivedAt", "ShopDeliveries", ["HandledAt", "ReceivedAt"]);
        migration.CreateIndex("IX_ShopDeliveries_Shop_Topic", "ShopDeliveries", ["Shop", "Topic"]);
        migration.CreateTable(
            "ShopProducts",
            table => new
            {
                Shop = table.Column<string>(collation: Ordinal),
                ProductId = table.Column<long>(),
                TenantId = table.Column<string>(collation: Ordinal),
                Version = table.Column<int>(),
                UpdatedAt = table.Column<long>(nullable: true),
                Digest = table.Column<string>(nullable: true, collation: Ordinal),
                Story = table.Column<string>(nullable: true, collation: Ordinal),
                WaitsSince = table.Column<long>(nullable: true),
                ChangedAt = table.Column<long>(nullable: true),
                Urgency = table.Column<int>(),
                Round = table.Column<int>(),
                OrderedDigest = table.Column<string>(nullable: true, collation: Ordinal),
                VideoId = table.Column<string>(nullable: true, collation: Ordinal),
                VideoRound = table.Column<int>(nullable: true),
                Making = table.Column<bool>(),
                Fault = table.Column<string>(nullable: true, collation: Ordinal),
                DeletedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ShopProducts", row => new { row.Shop, row.ProductId }));
        migration.CreateIndex("IX_ShopProducts_Shop_Making", "ShopProducts", ["Shop", "Making"]);
        migration.CreateIndex("IX_ShopProducts_Shop_Urgency_WaitsSince", "ShopProducts", ["Shop", "Urgency", "WaitsSince"]);
        migration.CreateIndex("IX_ShopProducts_WaitsSince", "ShopProducts", "WaitsSince");
        migration.CreateTable(
            "ShopPublications",
            table => new
            {
                VideoId = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Shop = table.Column<string>(collation: Ordinal),
                ProductId = table.Column<long>(),
                ResourceUrl = table.Column<string>(nullable: true, collation: Ordinal),
                MediaId = table.Column<string>(nullable: true, collation: Ordinal),
                PublishedAt = table.Column<long>(nullable: true),
                ReplacedAt = table.Column<long>(nullable: true),
                Fault = table.Column<string>(nullable: true, collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_ShopPublications", row => row.VideoId));
        migration.CreateIndex("IX_ShopPublications_Shop_ProductId", "ShopPublications", ["Shop", "ProductId"]);
    }
}
