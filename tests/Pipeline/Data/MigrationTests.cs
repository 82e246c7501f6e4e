using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Data.Migrations;

namespace SoraFunctions.Pipeline.Tests.Data;

public sealed class MigrationTests : IDisposable
{
    private const string Columns = """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '') || ' ' || c.pk
        FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY 1
        """;

    private const string Indexes = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1";
    private const string Counters = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%' ORDER BY 1";

    private readonly string _folder = Directory.CreateTempSubdirectory("sora-schema-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_migrations_give_exactly_the_model()
    {
        await using var modelled = Open("modelled");
        await using var migrated = Open("migrated");
        await modelled.Database.EnsureCreatedAsync();

        await DatabasePreparation.Prepare(migrated, default);

        foreach (var question in new[] { Columns, Indexes, Counters })
        {
            var expected = Rows("modelled", question);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, Rows("migrated", question));
        }
    }

    [Fact]
    public async Task A_database_from_before_there_were_migrations_is_taken_over_with_its_rows()
    {
        await using (var old = Open("old"))
        {
            await old.GetService<IMigrator>().MigrateAsync(M1First.Name);
            await old.Database.ExecuteSqlRawAsync("""DROP TABLE "__EFMigrationsHistory"; DROP TABLE "__EFMigrationsLock";""");
            await old.Database.ExecuteSqlRawAsync("""INSERT INTO "Tenants" ("Id", "Name", "CreatedAt") VALUES ('acme', 'Acme', 0);""");
        }

        await using var database = Open("old");
        await DatabasePreparation.Prepare(database, default);

        Assert.Equal("Acme", (await database.Tenants.SingleAsync()).Name);
        Assert.Empty(await database.Database.GetPendingMigrationsAsync());
        Assert.False(await database.Videos.AnyAsync(row => row.SuspendedAt != null));
    }

    [Fact]
    public async Task A_prepared_database_stays_as_it_is()
    {
        await using var database = Open("twice");
        await DatabasePreparation.Prepare(database, default);
        var history = await database.Database.GetAppliedMigrationsAsync();

        await DatabasePreparation.Prepare(database, default);

        Assert.Equal(history, await database.Database.GetAppliedMigrationsAsync());
        Assert.Equal(database.Database.GetMigrations(), history);
    }

    private SoraDatabase Open(string name) => new(
        new DbContextOptionsBuilder<SoraDatabase>().UseSqlite($"Data Source={_folder}/{name}.db;Pooling=False").Options);

    private List<string> Rows(string name, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder}/{name}.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
