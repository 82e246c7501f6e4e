using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Tests.Remotes;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>Shots ordered from other services and booked once, on PostgreSQL.</summary>
public sealed class RemoteClipsOnPostgresTests(PostgresServer server) : RemoteClipsTests, IClassFixture<PostgresServer>
{
    private protected override Task<FileDatabase> Start() => server.Tables();
}
