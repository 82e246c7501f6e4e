using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Tenants have remotes; what those cost is booked, and shown with the video.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123010000_Remotes")]
internal sealed class M4Remotes : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration)
    {
        migration.AddColumn<long>("MicroDollars", "Videos", nullable: true);
        migration.CreateTable(
            "Remotes",
            table => new
            {
                TenantId = table.Column<string>(collation: Ordinal),
                Name = table.Column<string>(collation: Ordinal),
                Url = table.Column<string>(collation: Ordinal),
                SealedKey = table.Column<string>(collation: Ordinal),
                KeyHint = table.Column<string>(collation: Ordinal),
                Terms = table.Column<string>(collation: Ordinal),
                CreatedAt = table.Column<long>(),
                ChangedAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Remotes", row => new { row.TenantId, row.Name }));
        migration.CreateTable(
            "Usage",
            table => new
            {
                Id = table.Column<string>(collation: Ordinal),
                TenantId = table.Column<string>(collation: Ordinal),
                VideoId = table.Column<string>(collation: Ordinal),
                Engine = table.Column<string>(collation: Ordinal),
                Milliseconds = table.Column<long>(),
                MicroDollars = table.Column<long>(),
                At = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Usage", row => row.Id));
        migration.CreateIndex("IX_Usage_TenantId_At", "Usage", ["TenantId", "At"]);
    }
}
