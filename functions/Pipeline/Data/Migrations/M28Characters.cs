using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Tenants keep likenesses.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123176000_Characters")]
internal sealed class M28Characters : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Characters",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                CreatedAt = table.Column<long>(),
                Person = table.Column<bool>(),
                Consent = table.Column<string>(nullable: true, collation: Ordinal),
                Picture = table.Column<string>(collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_Characters", row => row.Id));
        migration.CreateIndex("IX_Characters_TenantId", "Characters", "TenantId");
    }
}
