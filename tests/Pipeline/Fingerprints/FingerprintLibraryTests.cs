using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Pipeline.Tests.Fingerprints;

public sealed class FingerprintLibraryTests : IDisposable
{
    private const int Width = 64, Height = 36, Seconds = 4;

    private readonly FileDatabase _tables = new();
    private readonly MemoryBlobs _blobs = new();
    private readonly SetClock _clock = new();
    private readonly ServiceProvider _services;
    private readonly FingerprintLibrary _library;

    public FingerprintLibraryTests()
    {
        _services = new ServiceCollection().AddScoped(_ => _tables.Open()).BuildServiceProvider();
        _library = Library();
    }

    public void Dispose()
    {
        _library.Dispose();
        _services.Dispose();
        _tables.Dispose();
    }

    [Fact]
    public async Task Copy_is_found_with_its_video_whosever_it_is()
    {
        await Make("video_1", 1);
        await Make("video_2", 2);

        var copy = Assert.Single(await Search(2));

        Assert.Equal(("video_2", "web", "shop", _clock.Now), (copy.VideoId, copy.Channel, copy.TenantId, copy.At));
        Assert.Equal((0, Seconds), (copy.Match.KnownFrom, copy.Match.KnownTo));
        Assert.InRange(copy.Match.Agreement, 0.9, 1);
    }

    [Fact]
    public async Task What_is_made_after_a_search_is_found_by_the_next_one()
    {
        await Make("video_1", 1);
        Assert.Empty(await Search(2));

        await Make("video_2", 2);

        Assert.Equal("video_2", Assert.Single(await Search(2)).VideoId);
    }

    [Fact]
    public async Task What_another_instance_commits_late_is_found_after_a_while()
    {
        await Make("video_1", 1);
        await Make("video_2", 2);
        await using (var database = _tables.Open())
        {
            await database.Database.ExecuteSqlRawAsync("UPDATE Fingerprints SET Id = 100 WHERE Id = 2");
        }

        Assert.NotEmpty(await Search(2));
        await Make("video_3", 3);
        await using (var database = _tables.Open())
        {
            await database.Database.ExecuteSqlRawAsync("UPDATE Fingerprints SET Id = 50 WHERE VideoId = 'video_3'");
        }

        Assert.Empty(await Search(3));
        _clock.Now += TimeSpan.FromMinutes(5);

        Assert.Equal("video_3", Assert.Single(await Search(3)).VideoId);
    }

    [Fact]
    public async Task Erased_video_is_not_found_from_that_moment_on_by_any_instance()
    {
        await Make("video_1", 1);
        using var other = Library();
        Assert.NotEmpty(await Search(1));
        Assert.NotEmpty(await Search(1, other));

        await using (var database = _tables.Open())
        {
            await Of(database).Remove("video_1", default);
        }

        Assert.Empty(await Search(1));
        Assert.Empty(await Search(1, other));
        await using var after = _tables.Open();
        Assert.False(await after.Fingerprints.AnyAsync());
    }

    [Fact]
    public async Task Fingerprint_is_kept_once_however_often_it_is_taken()
    {
        await Make("video_1", 1);
        await Take("video_1", await Frames(1));

        await using var database = _tables.Open();
        var row = Assert.Single(await database.Fingerprints.ToListAsync());
        Assert.Equal((Fingerprint.Algorithm, "shop", Seconds * Fingerprint.Rate * Descriptor.Bytes), (row.Algorithm, row.TenantId, row.Content.Length));
    }

    [Fact]
    public async Task Video_that_was_deleted_meanwhile_leaves_no_fingerprint()
    {
        await Take("video_gone", await Frames(1));

        await using var database = _tables.Open();
        Assert.False(await database.Fingerprints.AnyAsync());
    }

    [Fact]
    public async Task Fingerprints_of_another_algorithm_are_left_alone()
    {
        await Make("video_1", 1);
        await using (var database = _tables.Open())
        {
            await database.Database.ExecuteSqlRawAsync("UPDATE Fingerprints SET Algorithm = 'com.example.other', Content = x'00'");
        }

        Assert.Empty(await Search(1));
    }

    [Fact]
    public async Task Frames_that_are_none_are_refused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync("no film\n"u8.ToArray());
        }

        packed.Position = 0;
        await Assert.ThrowsAsync<InvalidDataException>(() => RenditionFingerprints.Of(packed, default));
    }

    private FingerprintLibrary Library() => new(_services.GetRequiredService<IServiceScopeFactory>(), _clock);

    private RenditionFingerprints Of(SoraDatabase database) => new(database, _blobs, _clock);

    private async Task<IReadOnlyList<KnownCopy>> Search(int film, FingerprintLibrary? library = null)
    {
        var reader = new FingerprintReader(Width, Height);
        for (var i = 0; i < Seconds * 8; i++)
        {
            reader.Add(Frame(film, i / 8.0), i / 8.0);
        }

        return await (library ?? _library).Find(reader.Query(), 5, default);
    }

    private async Task Make(string video, int film)
    {
        _tables.Add(FileDatabase.Row(video, VideoStatus.InProgress, _clock.Now));
        await Take(video, await Frames(film));
    }

    private async Task Take(string video, BlobRef frames)
    {
        await using var database = _tables.Open();
        await Of(database).Add("shop", video, "web", frames, default);
        await database.SaveChangesAsync();
    }

    private async Task<BlobRef> Frames(int film)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F4:1 Ip A1:1 Cmono\n"));
            for (var i = 0; i < Seconds * 4; i++)
            {
                await gzip.WriteAsync("FRAME\n"u8.ToArray());
                await gzip.WriteAsync(Frame(film, i / 4.0));
            }
        }

        return await new TenantBlobs(_blobs, "shop").Put(packed, "application/gzip", default);
    }

    /// <summary>Soft waves that drift; another number is another film.</summary>
    private static byte[] Frame(int film, double seconds)
    {
        var chance = new Random(film);
        var waves = Enumerable.Range(0, 20).Select(_ => (X: chance.Next(1, 12), Y: chance.Next(1, 12), Phase: 7 * chance.NextDouble(), Pace: chance.NextDouble())).ToList();
        var luma = new byte[Width * Height];
        for (var i = 0; i < luma.Length; i++)
        {
            var (x, y) = (i % Width / (double)Width, i / Width / (double)Height);
            luma[i] = (byte)Math.Clamp(120 + 12 * waves.Sum(wave => Math.Sin(3 * wave.X * x + wave.Phase + wave.Pace * seconds) * Math.Cos(3 * wave.Y * y + wave.Phase)), 0, 255);
        }

        return luma;
    }
}
