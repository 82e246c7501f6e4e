using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>What several machines share: progress by parts, salts of days; and videos can be suspended.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261122150000_Parts")]
internal sealed class M2Parts : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<long>("SuspendedAt", "Videos", nullable: true);
        migration.CreateTable(
            "VideoParts",
            table => new
            {
                VideoId = table.Column<string>(collation: Ordinal),
                Part = table.Column<string>(collation: Ordinal),
                Weight = table.Column<double>(),
                Done = table.Column<double>(),
            },
            constraints: table => table.PrimaryKey("PK_VideoParts", row => new { row.VideoId, row.Part }));
        migration.CreateTable(
            "DailySalts",
            table => new
            {
                Day = table.Column<string>(collation: Ordinal),
                Salt = table.Column<byte[]>(),
            },
            constraints: table => table.PrimaryKey("PK_DailySalts", row => row.Day));
    }
}
