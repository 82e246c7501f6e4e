using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Videos show their quality.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123000000_Quality")]
internal sealed class M3Quality : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration) => migration.AddColumn<int>("Quality", "Videos", nullable: true);
}
