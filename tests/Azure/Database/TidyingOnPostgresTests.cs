using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Tests.Timers;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>What is forgotten by day, on PostgreSQL.</summary>
public sealed class TidyingOnPostgresTests(PostgresServer server) : TidyingTests, IClassFixture<PostgresServer>
{
    private protected override Task<FileDatabase> Start() => server.Tables();
}
