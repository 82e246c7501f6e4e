using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Remotes;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Remotes of tenants, on PostgreSQL.</summary>
public sealed class RemotesOnPostgresTests(PostgresServer server) : RemoteTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start(string remotes)
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(remotes: remotes, use: database => PostgresDatabase.UseSource(database, source));
    }
}
