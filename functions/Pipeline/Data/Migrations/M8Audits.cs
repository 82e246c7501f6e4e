using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Tenants accept the duty to label; what must be shown to have been done is written down.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123100000_Audits")]
internal sealed class M8Audits : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<long>("LabelDutyAt", "Tenants", nullable: true);
        migration.AddColumn<string>("LabelDutyBy", "Tenants", nullable: true, collation: Ordinal);
        migration.CreateTable(
            "Audits",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Number = table.Column<long>(),
                Kind = table.Column<string>(collation: Ordinal),
                Subject = table.Column<string>(collation: Ordinal),
                Detail = table.Column<string>(collation: Ordinal),
                At = table.Column<long>(),
                KeepUntil = table.Column<long>(),
                Previous = table.Column<string>(collation: Ordinal),
                Hash = table.Column<string>(collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_Audits", row => new { row.TenantId, row.Number }));
        migration.CreateIndex("IX_Audits_TenantId_Kind_Subject", "Audits", ["TenantId", "Kind", "Subject"], unique: true);
        migration.CreateIndex("IX_Audits_KeepUntil", "Audits", "KeepUntil");
    }
}
