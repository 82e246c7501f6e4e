using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Webhooks;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>What ReplayTests says, on PostgreSQL.</summary>
public sealed class ReplaysOnPostgresTests(PostgresServer server) : ReplayTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(new SoraFunctions.Api.ApiOptions { AllowLocalNetwork = true }, use: database => PostgresDatabase.UseSource(database, source));
    }
}
