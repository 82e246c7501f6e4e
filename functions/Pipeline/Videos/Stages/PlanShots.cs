using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>
/// Cuts a storyboard into render orders that hold what decides the frames and nothing else, so that a shot whose caption changed, or
/// that another video has too, is not rendered again.
/// </summary>
/// <param name="fleet">Knows the versions of its engines.</param>
/// <param name="remotes">Knows those of other servers.</param>
/// <param name="blobs">Where storyboards and orders lie.</param>
/// <param name="database">Knows the video's parent.</param>
/// <param name="earlier">Knows what was filmed for that.</param>
/// <param name="health">Knows which other servers answer.</param>
public sealed class PlanShots(WorkerFleet fleet, RemoteDirectory remotes, IBlobStore blobs, SoraDatabase database, EarlierShots earlier, RemoteHealth health)
    : IActivity<Step<PlanOrder>, ShotPlan>
{
    private const string Filming = "world";

    /// <summary>Its name and types.</summary>
    public static Activity<Step<PlanOrder>, ShotPlan> Definition { get; } = new("PlanShots", 4);

    /// <inheritdoc/>
    public async Task<ShotPlan> Run(Step<PlanOrder> step, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, step.Tenant);
        var request = await tenant.GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
        var storyboard = await tenant.GetJson(step.Order.Storyboard, ContractJson.Default.Storyboard, cancellation);
        var (engine, filming, others) = await EnginesOf(request, step.Tenant, step.Order.Failed?.Engines ?? [], cancellation);
        var video = await database.Videos.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == step.VideoId && row.TenantId == step.Tenant, cancellation)
            ?? throw new FinalException("video_deleted", "The video was deleted.");

        var takesClips = engine.Abilities is { TakesClips: true };
        var filmed = await earlier.Of(step.Tenant, takesClips ? video.RemixedFrom : null, step.Order.Channel, cancellation);
        var (orders, shots, warnings) = (new List<ShotOrder>(), new List<string>(), new List<string>());
        if (engine.Name != request.Engine && step.Order.Failed is null)
        {
            warnings.Add($"The engine '{request.Engine}' did not answer when the shots were planned; '{engine.Name}' took its place.");
        }

        var briefs = ShotBriefs.Of(request.Prompt, storyboard.Shots.Count);
        foreach (var (shot, brief) in storyboard.Shots.Zip(briefs))
        {
            var anew = OrderOf(shot, brief, storyboard, request, engine, filming, step.Order.Filmed ?? Renditions.FormatOf(request, step.Order.Channel));
            var order = EarlierShots.From(anew, filmed.GetValueOrDefault(shot.Id), request.Strength ?? EarlierShots.UsualStrength);
            if (order is null && takesClips && request.Strength < 1)
            {
                warnings.Add($"Shot '{shot.Id}' is made from nothing: its length or camera has changed, or its earlier clip is not known any more.");
            }

            orders.Add(order ?? anew);
            shots.Add(step.Order.Failed?.Made[shots.Count] ?? (await tenant.PutJson(order ?? anew, ContractJson.Default.ShotOrder, cancellation)).Sha256);
        }

        if (!takesClips && request.Strength is not null)
        {
            warnings.Add($"strength is not used: the engine '{engine.Name}' does not begin from clips, and makes changed shots anew.");
        }

        warnings.AddRange(ShotGuides.Warnings(request.Guides, engine, storyboard, orders));
        await earlier.Keep(step.Tenant, step.VideoId, step.Order.Channel, shots, cancellation);
        var shown = storyboard.Cast.SelectMany(subject => new[] { subject.Picture, subject.Model })
            .Concat(orders.SelectMany(order => order.Pictures ?? []).Select(picture => picture.Picture))
            .OfType<string>()
            .ToHashSet();
        var pictures = (request.Product?.Pictures ?? []).Concat(request.Pictures).Concat((request.Guides ?? []).Select(guide => guide.Picture))
            .Select(picture => picture.Blob)
            .Concat(request.Product?.Model is { } model ? [model.Blob] : [])
            .Where(blob => shown.Contains(blob.Sha256))
            .ToList();
        return new ShotPlan(shots, new VideoOrigin(
            storyboard.Title,
            video.CreatedAt,
            Makers(engine, step.Order.Failed),
            request.Seed,
            step.Order.Storyboard.Sha256,
            [.. pictures.Select(blob => blob.MediaType)],
            await ParentOf(video, cancellation))
        {
            Music = MusicOf(storyboard.Sound, request.MusicWish),
            PictureHashes = pictures.Count > 0 ? [.. pictures.Select(blob => blob.Sha256)] : null,
            Markets = request.Markets,
            Label = LabelPlan.For(request.Markets, storyboard.Language, request.CleanCopy).Words,
            Translated = Translation.Between(await LanguageOf(tenant, video, cancellation), storyboard.Language),
            MusicHash = storyboard.Sound.Music ? request.MusicWish?.File?.Sha256 : null,
        })
        {
            Warnings = warnings.Count > 0 ? warnings : null,
            Engine = step.Order.Failed is null ? null : engine with { Abilities = null },
            Others = others.Count > 0 ? others : null,
        };
    }

    private static string? MusicOf(SoundPlan sound, MusicWish? wish) => sound.Music ? wish?.File?.MediaType ?? VideoOrigin.Composed : null;

    // Where another has finished what one began, both made it.
    private static EngineInfo Makers(EngineInfo engine, FailedPlan? failed)
    {
        EngineInfo[] makers = [.. failed?.Makers ?? [], engine];
        return new EngineInfo(string.Join(" and ", makers.Select(one => one.Name).Distinct()), string.Join("; ", makers.Select(one => one.Version).Distinct()));
    }

    // Beside the engine that was asked for, the one that films products in front of what it paints; null where it films them itself.
    private async Task<(EngineInfo Engine, EngineInfo? Filming, IReadOnlyList<string> Others)> EnginesOf(
        VideoRequest request, string tenant, IReadOnlyList<string> failed, CancellationToken cancellation)
    {
        string[] names = [.. ((IReadOnlyList<string>)[request.Engine, .. request.Fallbacks ?? []]).Except(failed)];

        // Where another may take its place, a worker that does not answer is as one that has nothing installed.
        var installed = await (request.Fallbacks is { Count: > 0 } ? fleet.Answering(cancellation) : fleet.Engines(cancellation));
        EngineInfo[] engines =
        [
            .. names.All(RemoteServer.IsName) ? [] : installed,
            .. names.Any(RemoteServer.IsName) ? (await remotes.List(tenant, cancellation)).Select(server => server.AsEngine()) : [],
        ];
        var known = names.Select(name => engines.FirstOrDefault(engine => engine.Name == name)).OfType<EngineInfo>().ToList();
        var engine = (known.Count > 1 ? await Ready(known, tenant, cancellation) : null) ?? known.FirstOrDefault()
            ?? throw new FinalException(
                "no_engine", $"There is no engine '{request.Engine}' here; installed: {string.Join(", ", engines.Select(one => one.Name))}.");
        var filming = engine.Abilities is { ReadsWords: true, KeepsProducts: false } ? installed.FirstOrDefault(one => one.Name == Filming) : null;
        return (engine, filming, [.. known.Select(one => one.Name).Where(name => name != engine.Name)]);
    }

    private async Task<EngineInfo?> Ready(List<EngineInfo> known, string tenant, CancellationToken cancellation)
    {
        foreach (var one in known.Where(one => one.Abilities is null or { Ready: true }))
        {
            if (!RemoteServer.IsName(one.Name) || await health.Of(tenant, one.Name, cancellation) is null)
            {
                return one;
            }
        }

        return null;
    }

    private static ShotOrder OrderOf(
        Shot shot, string brief, Storyboard storyboard, VideoRequest request, EngineInfo engine, EngineInfo? filming, FrameFormat filmed)
    {
        var order = new ShotOrder
        {
            Engine = engine.Name,
            EngineVersion = engine.Version,
            Shot = shot with { Caption = null, Line = null, Speaker = null, Transition = new Transition() },
            Cast = [.. shot.Subjects.Select(id => storyboard.Cast.First(subject => subject.Id == id))],
            Look = storyboard.Look,
            Format = filmed,
            Quality = request.Quality,
            Pictures = ShotGuides.Of(request.Guides, engine, shot, storyboard),
            Brief = engine.Abilities is { ReadsWords: true } ? brief : null,
            Seed = request.Seed,
        };

        // A brand's label is not left to a sampler, unless whoever set the engine up wants that.
        return filming is not null && order.Cast.Any(subject => subject.IsOwn)
            ? order with { Engine = filming.Name, EngineVersion = filming.Version, PlateBy = engine with { Abilities = null }, Brief = null }
            : order;
    }

    private async Task<BlobRef?> ParentOf(VideoRow video, CancellationToken cancellation) =>
        await FileOfParent(video, OutputNames.Video, cancellation) is { } file
            ? new BlobRef(file.Path, file.Sha256, file.Length, file.MediaType)
            : null;

    /// <summary>The language of the video that a remix is made from; null for no remix, and where that video is gone.</summary>
    private async Task<string?> LanguageOf(TenantBlobs tenant, VideoRow video, CancellationToken cancellation) =>
        await FileOfParent(video, FileNames.Storyboard, cancellation) is { } file
            ? (await tenant.GetJson(new BlobRef(file.Path, file.Sha256, file.Length, file.MediaType), ContractJson.Default.Storyboard, cancellation)).Language
            : null;

    private async Task<VideoFileRow?> FileOfParent(VideoRow video, string name, CancellationToken cancellation) => video.RemixedFrom is null
        ? null
        : await database.VideoFiles.AsNoTracking().FirstOrDefaultAsync(
            row => row.VideoId == video.RemixedFrom && row.Channel == video.MainChannel && row.Name == name, cancellation);
}
