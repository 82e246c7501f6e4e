using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Tenants;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Settings of tenants, on PostgreSQL.</summary>
public sealed class TenantsOnPostgresTests(PostgresServer server) : TenantTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(new SoraFunctions.Api.ApiOptions { OperatorTenant = "default" }, use: database => PostgresDatabase.UseSource(database, source));
    }
}
