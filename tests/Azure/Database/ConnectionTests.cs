using Microsoft.EntityFrameworkCore;
using Npgsql;
using SoraFunctions.Azure.Database;
using SoraFunctions.Azure.Tests.Hosting;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Azure.Tests.Database;

public sealed class ConnectionTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task Without_a_password_the_token_of_the_identity_is_one()
    {
        var name = await server.NewDatabase();
        await server.Execute(name, "CREATE ROLE functions LOGIN PASSWORD 'a token'");
        await server.RequirePassword("functions");
        var identity = new FixedToken("a token");
        await using var source = PostgresDatabase.Open(Connection("functions", name), identity);

        await using var command = source.CreateCommand("SELECT current_user::text");

        Assert.Equal("functions", await command.ExecuteScalarAsync());
        Assert.Equal(["https://ossrdbms-aad.database.windows.net/.default"], identity.Scopes.Distinct());
    }

    [Fact]
    public async Task A_token_that_is_refused_is_an_error_that_names_the_user()
    {
        var name = await server.NewDatabase();
        await server.Execute(name, "CREATE ROLE stranger LOGIN PASSWORD 'a token'");
        await server.RequirePassword("stranger");
        await using var source = PostgresDatabase.Open(Connection("stranger", name), new FixedToken("another token"));

        var error = await Assert.ThrowsAsync<PostgresException>(async () => await source.OpenConnectionAsync());

        Assert.Equal("28P01", error.SqlState);
        Assert.Contains("stranger", error.MessageText);
    }

    [Fact]
    public void A_token_goes_only_to_a_server_that_proves_its_name()
    {
        const string Given = "Host=name.postgres.database.azure.com;Database=sora;Username=identity";
        using var bare = PostgresDatabase.Open(Given, new FixedToken("a token"));
        using var told = PostgresDatabase.Open($"{Given};SSL Mode=Require;Maximum Pool Size=7", new FixedToken("a token"));
        using var password = PostgresDatabase.Open($"{Given};Password=secret", new FixedToken("a token"));

        Assert.Equal(SslMode.VerifyFull, new NpgsqlConnectionStringBuilder(bare.ConnectionString).SslMode);
        Assert.Equal(20, new NpgsqlConnectionStringBuilder(bare.ConnectionString).MaxPoolSize);
        Assert.Equal(SslMode.Require, new NpgsqlConnectionStringBuilder(told.ConnectionString).SslMode);
        Assert.Equal(7, new NpgsqlConnectionStringBuilder(told.ConnectionString).MaxPoolSize);
        Assert.Equal(SslMode.Prefer, new NpgsqlConnectionStringBuilder(password.ConnectionString).SslMode);
    }

    [Fact]
    public async Task Connections_that_the_server_cut_are_replaced_without_the_caller_noticing()
    {
        var name = await server.NewDatabase();
        await using var source = PostgresDatabase.Open(Connection("owner", name), new FixedToken("not asked for"));
        var options = new DbContextOptionsBuilder<SoraDatabase>();
        PostgresDatabase.UseSource(options, source);
        await using var database = new SoraDatabase(options.Options);
        await DatabasePreparation.Prepare(database, default);

        await server.Execute("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");

        Assert.Equal(0, await database.Videos.CountAsync());
    }

    private string Connection(string user, string name) =>
        server.Owner(name).Replace("Username=owner", $"Username={user}").Replace(";Pooling=false", "");
}
