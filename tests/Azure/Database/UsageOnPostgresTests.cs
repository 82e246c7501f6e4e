using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Usage;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>The ledger, summed up, on PostgreSQL.</summary>
public sealed class UsageOnPostgresTests(PostgresServer server) : UsageTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(use: database => PostgresDatabase.UseSource(database, source));
    }
}
