using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>People decide about what was filmed, too.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261124020000_CutReviews")]
internal sealed class M31CutReviews : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration) =>
        migration.AddColumn<string>("Sheets", "Reviews", nullable: true, collation: Ordinal);
}
