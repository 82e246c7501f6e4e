using Npgsql;
using SoraFunctions.Api;
using SoraFunctions.Api.Tests.Agents;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Azure.Database;
using SoraFunctions.Pipeline.Payments;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Checkouts by agents, on PostgreSQL as the app uses it.</summary>
public sealed class AgentsOnPostgresTests(PostgresServer server) : AgentTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start(ApiOptions options, StripeOptions stripe)
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(options, stripe: stripe, use: database => PostgresDatabase.UseSource(database, source));
    }
}
