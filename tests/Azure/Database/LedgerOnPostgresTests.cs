using Npgsql;
using SoraFunctions.Azure.Database;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Tests.Usage;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>The ledger and its reconciliation with the history, on PostgreSQL.</summary>
public sealed class LedgerOnPostgresTests(PostgresServer server) : UsageLedgerTests, IClassFixture<PostgresServer>
{
    private protected override async Task<FileDatabase> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return new FileDatabase(options => PostgresDatabase.UseSource(options, source));
    }
}
