using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Tests.Usage;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>The ledger and its reconciliation with the history, on PostgreSQL.</summary>
public sealed class LedgerOnPostgresTests(PostgresServer server) : UsageLedgerTests, IClassFixture<PostgresServer>
{
    private protected override Task<FileDatabase> Start() => server.Tables();
}
