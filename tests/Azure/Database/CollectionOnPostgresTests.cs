using SoraFunctions.Pipeline.Tests.Collection;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Which blobs are still needed, on PostgreSQL.</summary>
public sealed class CollectionOnPostgresTests(PostgresServer server) : BlobCollectorTests, IClassFixture<PostgresServer>
{
    private protected override Task<FileDatabase> Start() => server.Tables();
}
