using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>Manifests of stills and streams are kept too, under their names.</summary>
[DbContext(typeof(SoraDatabase))]
[Migration("20261123140000_ManifestNames")]
internal sealed class M13ManifestNames : SoraMigration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migration) =>
        migration.AddColumn<string>("Name", "Manifests", nullable: true, collation: Ordinal);
}
