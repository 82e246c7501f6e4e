using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Manifests are kept, and can be given back to copies that lost them.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123090000_Manifests")]
internal sealed class M7Manifests : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Manifests",
            table => new
            {
                Label = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                VideoId = table.Column<string>(collation: Ordinal),
                Channel = table.Column<string>(collation: Ordinal),
                Path = table.Column<string>(collation: Ordinal),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Manifests", row => row.Label));
        migration.CreateIndex("IX_Manifests_VideoId", "Manifests", "VideoId");
        migration.CreateIndex("IX_Watermarks_Sha256", "Watermarks", "Sha256");
    }
}
