using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Retention;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Retention and erasure, on PostgreSQL.</summary>
public sealed class RetentionOnPostgresTests(PostgresServer server) : RetentionTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(use: database => PostgresDatabase.UseSource(database, source));
    }
}
