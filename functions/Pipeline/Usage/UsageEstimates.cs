using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Remotes.Clips;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>Says what an order will take, by what engines took of late, by the price table, and by what remotes ask.</summary>
/// <param name="database">Where that is booked.</param>
/// <param name="remotes">What those ask.</param>
/// <param name="prices">What things cost.</param>
/// <param name="time">The clock.</param>
public sealed class UsageEstimates(SoraDatabase database, RemoteDirectory remotes, PriceTable prices, TimeProvider time)
{
    private static readonly TimeSpan _lately = TimeSpan.FromDays(30);

    /// <summary>What an order will take.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="request">A checked order.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<UsageEstimate> Of(string tenant, VideoRequest request, CancellationToken cancellation)
    {
        var renditions = request.Channels.Select(channel =>
        {
            var seconds = Renditions.ProfileOf(channel).Seconds.Nearest(request.Seconds);
            var format = Renditions.FormatOf(request, channel);
            return (Seconds: seconds, Format: format, Filmed: format.Filmed(request.Quality));
        }).ToList();

        // Renditions of one shape are filmed once, at the largest size.
        var filmed = renditions
            .GroupBy(one => (Shape: (double)one.Filmed.Width / one.Filmed.Height, one.Filmed.FramesPerSecond))
            .Select(group => group.MaxBy(one => one.Filmed.Width)).ToList();
        var remote = RemoteServer.IsName(request.Engine)
            ? (await remotes.List(tenant, cancellation)).FirstOrDefault(server => server.Name == request.Engine)
            : null;
        var render = remote is null
            ? await Stage(tenant, UsageStage.Render, request.Engine, filmed.Select(one => (one.Seconds, one.Filmed)), cancellation)
            : await Billed(tenant, remote, request, cancellation);
        var cut = await Stage(tenant, UsageStage.Cut, "media", renditions.Select(one => (one.Seconds, one.Format)), cancellation);
        var known = render.Clips > 0 && cut.Clips > 0;
        return new UsageEstimate(
            render.MicroDollars + cut.MicroDollars,
            known ? render.Work + cut.Work : null,
            remote is not null ? $"By what '{remote.Name}' asks for a clip of each shot, in the lengths that it makes, if no shot was made before{(known ? "" : "; how long it works for as many is not measured yet")}."
            : known
                ? "By what the engine took of late for as many pixels, and the prices of today, if no shot of it was made before."
                : "By the prices of today for seconds and pixels; how long the engine works for as many is not measured yet.");
    }

    /// <summary>What an order will cost, in millionths of a US dollar; where nothing has a price nothing is asked.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="request">A checked order.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<long> Cost(string tenant, VideoRequest request, CancellationToken cancellation) =>
        prices.Prices.Count == 0 && !RemoteServer.IsName(request.Engine) ? 0 : (await Of(tenant, request, cancellation)).MicroDollars;

    /// <summary>
    /// How fast an engine was of late, for all tenants; for one of them where it is another server, which may be another one for each, and by what
    /// that says of when it began and was done. Null while nothing was measured.
    /// </summary>
    /// <param name="tenant">Whose, for another server.</param>
    /// <param name="stage">At what.</param>
    /// <param name="engine">Its name.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<EngineSpeed?> Speed(string tenant, string stage, string engine, CancellationToken cancellation)
    {
        var since = (time.GetUtcNow() - _lately).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var remote = RemoteServer.IsName(engine);
        var sum = await database.Usage.AsNoTracking()
            .Where(row => !remote || row.TenantId == tenant)
            .Where(row => row.Stage == stage && row.Engine == engine && row.WorkMilliseconds > 0 && string.Compare(row.Day, since) >= 0)
            .GroupBy(row => row.Engine)
            .Select(group => new
            {
                Work = group.Sum(row => row.WorkMilliseconds),
                Gpu = group.Sum(row => row.GpuMilliseconds),
                Pixels = group.Sum(row => row.Pixels),
                Made = group.Sum(row => row.Milliseconds),
                Clips = group.Count(),
            })
            .FirstOrDefaultAsync(cancellation);
        return sum is null or { Made: 0 } || (sum.Pixels == 0 && !remote)
            ? null
            : new EngineSpeed(sum.Pixels == 0 ? 0 : sum.Work / (sum.Pixels / 1e6), (double)sum.Work / sum.Made, (double)sum.Gpu / sum.Made, sum.Clips);
    }

    /// <summary>What another server will bill, and how long it will work on it.</summary>
    private async Task<(long MicroDollars, long Work, int Clips)> Billed(string tenant, RemoteServer remote, VideoRequest request, CancellationToken cancellation)
    {
        var clips = await RemoteBill.Of(request, remote.Terms, cancellation);
        var speed = await Speed(tenant, UsageStage.Render, remote.Name, cancellation);
        return (clips.Sum(remote.Terms.MicroDollarsOf), (long)(clips.Sum() * (speed?.WorkPerSecond ?? 0) * 1_000), speed?.Clips ?? 0);
    }

    private async Task<(long MicroDollars, long Work, int Clips)> Stage(
        string tenant, string stage, string engine, IEnumerable<(decimal Seconds, FrameFormat Format)> parts, CancellationToken cancellation)
    {
        var speed = await Speed(tenant, stage, engine, cancellation);
        var (micros, work) = (0L, 0L);
        foreach (var (seconds, format) in parts)
        {
            var pixels = (long)format.Width * format.Height * format.FramesIn(seconds);
            var took = speed is null ? 0 : (long)(speed.WorkPerMegapixel * pixels / 1e6);
            work += took;
            micros += prices.MicroDollars(stage, engine, time.GetUtcNow(), new UsageAmounts
            {
                Milliseconds = (long)(seconds * 1_000),
                Pixels = pixels,
                WorkMilliseconds = took,
                GpuMilliseconds = (long)(took * (speed?.GpuPart ?? 0)),
            });
        }

        return (micros, work, speed?.Clips ?? 0);
    }
}
