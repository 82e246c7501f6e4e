using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>It is known which blobs a video was made with.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123150000_Trails")]
internal sealed class M14Trails : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(
            "VideoTrails",
            table => new
            {
                VideoId = table.Column<string>(collation: Ordinal),
                Step = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                Names = table.Column<string>(collation: Ordinal),
            },
            constraints: table => table.PrimaryKey("PK_VideoTrails", row => new { row.VideoId, row.Step }));
        migration.CreateIndex("IX_VideoTrails_TenantId", "VideoTrails", "TenantId");
    }
}
