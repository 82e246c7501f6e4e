using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Tests.Sales;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Orders told once, twice, late and all at once, on PostgreSQL.</summary>
public sealed class SalesOnPostgresTests(PostgresServer server) : SaleRecorderTests, IClassFixture<PostgresServer>
{
    private protected override Task<FileDatabase> Start() => server.Tables();
}
