using Microsoft.EntityFrameworkCore.Migrations;

namespace SoraFunctions.Pipeline.Data.Migrations;

/// <summary>
/// A step of the schema, the same for every provider: types follow from those of .NET. Steps are never changed once they are delivered; a
/// change of the model is a new one.
/// </summary>
internal abstract class SoraMigration : Migration
{
    /// <summary>Whether the database is PostgreSQL.</summary>
    protected bool OnPostgres => ActiveProvider == SoraDatabase.Postgres;

    /// <summary>Order of texts: by bytes, as SQLite has it by itself.</summary>
    protected string? Ordinal => OnPostgres ? SoraDatabase.OrdinalCollation : null;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: going back would lose what callers were promised. Restore a backup.</exception>
    protected override void Down(MigrationBuilder migration) =>
        throw new NotSupportedException("The schema only goes forward; to go back, restore a backup.");
}
