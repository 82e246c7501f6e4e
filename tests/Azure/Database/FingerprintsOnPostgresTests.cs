using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SoraFunctions.Azure.Database;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Azure.Tests.Database;

public sealed class FingerprintsOnPostgresTests(PostgresServer server) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    private NpgsqlDataSource _source = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()).Replace(";Pooling=false", ""));
        _services = new ServiceCollection().AddDbContext<SoraDatabase>(options => PostgresDatabase.UseSource(options, _source)).BuildServiceProvider();
        await DatabasePreparation.Prepare(_services.GetRequiredService<SoraDatabase>(), default);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Fact]
    public async Task Renditions_are_numbered_found_by_their_looks_and_forgotten()
    {
        await Use(database =>
        {
            database.AddRange(Enumerable.Range(1, 1200).Select(Row));
            return database.SaveChangesAsync();
        });
        using var library = new FingerprintLibrary(_services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System);

        Assert.Equal("video_1100", Assert.Single(await library.Find(Looking(1100), 3, default)).VideoId);
        Assert.Empty(await library.Find(Looking(5000), 3, default));
        await Use(database => database.Fingerprints.Where(row => row.VideoId == "video_1100").ExecuteDeleteAsync());
        Assert.Empty(await library.Find(Looking(1100), 3, default));
    }

    [Fact]
    public async Task A_rendition_has_one_fingerprint_which_an_index_finds()
    {
        await Use(database =>
        {
            database.Add(Row(1));
            return database.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<DbUpdateException>(() => Use(database =>
        {
            database.Add(Row(1));
            return database.SaveChangesAsync();
        }));
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """SET enable_seqscan = off; EXPLAIN SELECT 1 FROM "Fingerprints" WHERE "VideoId" = 'video_1' AND "Channel" = 'web'""", connection);
        Assert.Contains("IX_Fingerprints_VideoId_Channel", (string)(await command.ExecuteScalarAsync())!);
    }

    private async Task Use(Func<SoraDatabase, Task<int>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<SoraDatabase>());
    }

    private static FingerprintRow Row(int seed) => new()
    {
        VideoId = $"video_{seed}", Channel = "web", TenantId = "shop", Algorithm = Fingerprint.Algorithm, Content = Look(seed), At = DateTimeOffset.UnixEpoch,
    };

    private static FingerprintQuery Looking(int seed) => FingerprintQuery.Of(Fingerprint.Parse(Look(seed)));

    /// <summary>Four seconds of a picture that was drawn by lot.</summary>
    private static byte[] Look(int seed)
    {
        var bytes = new byte[16 * Descriptor.Bytes];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
