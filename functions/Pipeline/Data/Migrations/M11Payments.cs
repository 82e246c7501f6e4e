using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Tenants have accounts at Stripe, and payment links there.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123130000_Payments")]
internal sealed class M11Payments : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "PaymentAccounts",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                SealedKey = table.Column<string>(collation: Ordinal),
                SealedSecret = table.Column<string>(collation: Ordinal),
                KeyHint = table.Column<string>(collation: Ordinal),
                ReadUntil = table.Column<long>(),
                ChangedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_PaymentAccounts", row => row.TenantId));
        migration.CreateTable(
            "PaymentLinks",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                VideoId = table.Column<string>(collation: Ordinal),
                Channel = table.Column<string>(collation: Ordinal),
                Url = table.Column<string>(collation: Ordinal),
                ExpiresAt = table.Column<long>(nullable: true),
                EndedAt = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_PaymentLinks", row => row.Id));
        migration.CreateIndex("IX_PaymentLinks_TenantId_VideoId_Channel", "PaymentLinks", ["TenantId", "VideoId", "Channel"]);
        migration.CreateIndex("IX_PaymentLinks_ExpiresAt", "PaymentLinks", "ExpiresAt");
    }
}
