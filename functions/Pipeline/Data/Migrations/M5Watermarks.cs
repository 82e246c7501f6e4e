using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Renditions carry marks by which they are known again.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123060000_Watermarks")]
internal sealed class M5Watermarks : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration) => migration.CreateTable(
        "Watermarks",
        table => new
        {
            Mark = table.Column<long>(),
            VideoId = table.Column<string>(collation: Ordinal),
            Channel = table.Column<string>(collation: Ordinal),
            TenantId = table.Column<string>(collation: Ordinal),
            Sha256 = table.Column<string>(collation: Ordinal),
            At = table.Column<long>(),
        },
        constraints: table => table.PrimaryKey("PK_Watermarks", row => new { row.Mark, row.VideoId, row.Channel }));
}
