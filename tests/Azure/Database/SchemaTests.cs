using Microsoft.EntityFrameworkCore;
using Npgsql;
using SoraFunctions.Azure.Database;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Azure.Tests.Database;

public sealed class SchemaTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Columns = """
        SELECT table_name, column_name, data_type, is_nullable, coalesce(collation_name, ''), is_identity, coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%' ORDER BY 1, 2
        """;

    private const string Indexes = """
        SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%' ORDER BY 1, 2
        """;

    [Fact]
    public async Task The_migrations_give_exactly_the_model()
    {
        var (modelled, migrated) = (await server.NewDatabase(), await server.NewDatabase());
        await using (var database = Open(modelled))
        {
            await database.Database.EnsureCreatedAsync();
        }

        await using (var database = Open(migrated))
        {
            await DatabasePreparation.Prepare(database, default);
        }

        var columns = await Rows(modelled, Columns);
        Assert.NotEmpty(columns);
        Assert.Equal(columns, await Rows(migrated, Columns));
        Assert.Equal(await Rows(modelled, Indexes), await Rows(migrated, Indexes));
    }

    [Fact]
    public async Task Of_instances_that_start_at_once_one_works_and_the_others_wait()
    {
        var name = await server.NewDatabase();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var database = Open(name);
            await DatabasePreparation.Prepare(database, default);
            Assert.Empty(await database.Database.GetPendingMigrationsAsync());
            Assert.False(await database.Videos.AnyAsync());
        })));
    }

    [Fact]
    public async Task Texts_are_ordered_by_bytes_though_the_server_orders_by_a_language()
    {
        var name = await server.NewDatabase();
        await using var database = Open(name);
        await DatabasePreparation.Prepare(database, default);
        string[] ids = ["B", "a", "a-b", "aB", "ab", "_", "z", "é", "日"];
        database.Tenants.AddRange(ids.Select(id => new TenantRow { Id = id, Name = id, CreatedAt = DateTimeOffset.UnixEpoch }));
        await database.SaveChangesAsync();

        var read = await database.Tenants.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();
        var above = await database.Tenants.Where(row => string.Compare(row.Id, "a") > 0).CountAsync();

        Assert.Equal(ids.Order(StringComparer.Ordinal), read);
        Assert.Equal(ids.Count(id => string.CompareOrdinal(id, "a") > 0), above);
        Assert.Equal(["a", "B"], await Rows(name, """SELECT "Id" FROM "Tenants" WHERE "Id" IN ('B', 'a') ORDER BY "Id" COLLATE "default" """));
    }

    private SoraDatabase Open(string name)
    {
        var options = new DbContextOptionsBuilder<SoraDatabase>();
        PostgresDatabase.UseSource(options, NpgsqlDataSource.Create(server.Owner(name)));
        return new SoraDatabase(options.Options);
    }

    private async Task<List<string>> Rows(string name, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.Owner(name));
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}
