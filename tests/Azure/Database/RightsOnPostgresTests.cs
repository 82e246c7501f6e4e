using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Rights;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Rights-holders, grants and statements, on PostgreSQL.</summary>
public sealed class RightsOnPostgresTests(PostgresServer server) : RightsTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(new SoraFunctions.Api.ApiOptions { OperatorTenant = "default", AllowLocalNetwork = true }, use: database => PostgresDatabase.UseSource(database, source));
    }
}
