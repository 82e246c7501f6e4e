using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Limits;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Limits and quotas, on PostgreSQL and with requests counted over all machines, as in Azure.</summary>
public sealed class LimitsOnPostgresTests(PostgresServer server) : LimitTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(new SoraFunctions.Api.ApiOptions { OperatorTenant = "default", SeveralMachines = true }, use: database => PostgresDatabase.UseSource(database, source));
    }
}
