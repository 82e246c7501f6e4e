using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Calls;
using SoraFunctions.Pipeline.Remotes.Clips;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Tests.Remotes;

/// <summary>A shot on its way to a peer, quickly.</summary>
internal sealed class RemoteScene : IDisposable
{
    public const string Tenant = "shop";
    public const string VideoId = "video_9";
    public const string Key = "sk-very-secret-key-0001";
    public const string ShotKey = "5h07";

    private readonly FileDatabase _tables;
    private readonly OutboundHttp _http = new(new OutboundOptions { AllowLocalNetwork = true });
    private readonly RemoteLines _lines;

    public RemoteScene(RemoteRetry? retry = null, FileDatabase? tables = null)
    {
        _tables = tables ?? new FileDatabase();
        _lines = new RemoteLines(_http, retry ?? new RemoteRetry { Attempts = 3, First = TimeSpan.FromMilliseconds(1), HedgeAfter = TimeSpan.FromSeconds(20), BreakAfter = 100 });
        _tables.Add(FileDatabase.Row(VideoId, VideoStatus.InProgress, DateTimeOffset.UnixEpoch));
    }

    public MemoryBlobs Blobs { get; } = new();

    public DeskDouble Worker { get; } = new();

    public List<double> Progress { get; } = [];

    public static ShotOrder Order { get; } = new()
    {
        Engine = "remote",
        Shot = new Shot { Id = "hook", Seconds = 2.6m, Subjects = ["ball"], Action = Deed.Roll, Setting = Setting.Beach },
        Cast = [new Subject { Id = "ball", Name = "Ball", Form = Form.Ball, Matter = Matter.Rubber, Colour = "#d3202c" }],
        Look = new Look(),
        Format = new FrameFormat(1280, 720),
        Seed = 1,
    };

    public async Task<RenderedShot> Render(RemotePeer peer, ShotOrder? order = null, RemoteWaits? waits = null, RemoteTerms? terms = null)
    {
        var server = new RemoteServer("remote", new Uri(peer.Url), terms ?? new RemoteTerms { PricePerSecond = 0.1m }, Shared: true, "0001");
        var options = new RemoteOptions(new Dictionary<string, (RemoteServer, string)> { ["remote"] = (server, Key) }, null);
        await using var database = _tables.Open();
        var clips = new RemoteClips(
            new RemoteDirectory(database, options),
            _lines,
            waits ?? new RemoteWaits { Pause = TimeSpan.FromMilliseconds(5) },
            new RemoteCosts(new UsageLedger(database, PriceTable.Free, TimeProvider.System)),
            new WorkerJobs(new WorkerFleet(Worker), Blobs),
            Worker,
            Blobs);
        return await clips.Render(
            Tenant,
            VideoId,
            ShotKey,
            order ?? Order,
            done =>
            {
                Progress.Add(done);
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }

    public VideoRow Video => _tables.Video(VideoId);

    public async Task<List<UsageRow>> Usage()
    {
        await using var database = _tables.Open();
        return await database.Usage.AsNoTracking().ToListAsync();
    }

    /// <summary>The shot with the caller's own picture of the ball.</summary>
    public async Task<ShotOrder> WithProduct()
    {
        var picture = await new TenantBlobs(Blobs, Tenant).Put(new byte[] { 7, 7 }, "image/png", default);
        return Order with { Cast = [Order.Cast[0] with { Name = "Bouncer", Picture = picture.Sha256 }] };
    }

    public void Dispose()
    {
        _lines.Dispose();
        _http.Dispose();
        _tables.Dispose();
    }
}
