using System.Reflection;
using System.Text;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Signs a cut: its bytes are final from here on. What a verifier says of it is kept beside it.</summary>
/// <param name="identity">Who signs.</param>
/// <param name="blobs">Where videos lie.</param>
/// <param name="results">Where results are kept.</param>
/// <param name="progress">Who is told.</param>
/// <param name="time">The clock, for the validity of certificates.</param>
/// <param name="marks">Which mark the cut carries.</param>
public sealed class StampProvenance(
    SigningIdentity identity, IBlobStore blobs, StageResults results, StageProgress progress, TimeProvider time, Watermarking marks)
    : IActivity<Step<StampOrder>, StampedFiles>
{
    private static readonly SoftwareAgent _generator = new(
        "SoraFunctions", typeof(StampProvenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    /// <summary>Its name and types.</summary>
    public static Activity<Step<StampOrder>, StampedFiles> Definition { get; } = new("StampProvenance", 4);

    /// <inheritdoc/>
    public async Task<StampedFiles> Run(Step<StampOrder> step, CancellationToken cancellation)
    {
        var stamped = await results.Once(
            step,
            $"{Definition.Name}/{Definition.Version}",
            PipelineJson.Default.StampOrder,
            PipelineJson.Default.StampedFiles,
            () => Stamp(step, cancellation),
            cancellation);
        await progress.Show(new StageNote(step.VideoId, Stage.Provenance, ChannelOf(step), 1), step.Share, cancellation);
        return stamped;
    }

    private static string ChannelOf(Step<StampOrder> step) =>
        step.Order.ContentId[(step.Order.ContentId.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private async Task<StampedFiles> Stamp(Step<StampOrder> step, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, step.Tenant);
        await using var source = await tenant.Open(step.Order.Video, cancellation);
        await using var stamped = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions { Access = FileAccess.ReadWrite, Mode = FileMode.Open, Options = FileOptions.DeleteOnClose });
        var parent = await ReadParent(tenant, step.Order.Origin.Parent, cancellation);
        ProvenanceStamp.Stamp(source, stamped, DefinitionOf(step.Order, parent, marks.BindingOf(step.VideoId, ChannelOf(step))), identity, cancellation);
        stamped.Position = 0;
        var signed = Ancestry.Read(stamped, identity.TrustAnchors, time, cancellation)
            ?? throw new FinalException("provenance_failed", "The signed video does not verify: it carries no manifest.");
        var report = signed.Report;
        if (report.State is not (VerificationState.Trusted or VerificationState.Valid))
        {
            throw new FinalException("provenance_failed", $"The signed video does not verify: {report.Summary}");
        }

        var video = await tenant.Put(stamped, "video/mp4", cancellation);
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(report.ToJson()), writable: false);
        return new StampedFiles(video, await tenant.PutManifest(text, "application/json", cancellation))
        {
            Manifest = new KeptManifest(signed.ManifestLabel, await tenant.Put(signed.Store, ManifestRepository.MediaType, cancellation)),
        };
    }

    private async Task<Ancestry?> ReadParent(TenantBlobs tenant, BlobRef? parent, CancellationToken cancellation)
    {
        if (parent is null || !await blobs.Exists(parent.Path, cancellation))
        {
            return null;
        }

        await using var content = await tenant.Open(parent, cancellation);
        return Ancestry.Read(content, identity.TrustAnchors, time, cancellation);
    }

    /// <summary>The simulated world is honest algorithmic media; every other engine is, or may hide, a trained model.</summary>
    private static string SourceTypeOf(VideoOrigin origin) => origin switch
    {
        { Engine.Name: not "world", Parent: null } => DigitalSourceType.TrainedAlgorithmicMedia,
        { Engine.Name: not "world" } => DigitalSourceType.CompositeWithTrainedAlgorithmicMedia,
        { Pictures.Count: > 0 } => DigitalSourceType.CompositeSynthetic,
        { Music: not (null or VideoOrigin.Composed) } => DigitalSourceType.CompositeSynthetic,
        _ => DigitalSourceType.AlgorithmicMedia,
    };

    private static ManifestDefinition DefinitionOf(StampOrder order, Ancestry? parent, SoftBinding? mark)
    {
        var origin = order.Origin;
        var agent = new SoftwareAgent($"SoraFunctions {origin.Engine.Name} engine", origin.Engine.Version);
        var components = origin.Pictures
            .Select(type => new IngredientDefinition(IngredientRelationship.ComponentOf, type == ModelLimits.MediaType ? "Product model" : "Product picture", type)).ToList();
        if (origin.Music is { } music and not VideoOrigin.Composed)
        {
            components.Add(new IngredientDefinition(IngredientRelationship.ComponentOf, "Music that the caller brought", music));
        }

        var source = SourceTypeOf(origin);
        List<IngredientDefinition> ingredients = parent is null
            ? components
            : [.. components, new IngredientDefinition(IngredientRelationship.ParentOf, "The video that was remixed", "video/mp4") { Ancestry = parent }];
        List<ActionDefinition> actions = parent is null
            ? [ActionDefinition.Created(source, agent)]
            : [ActionDefinition.Opened(components.Count), ActionDefinition.Edited(source, agent)];
        if (origin.Music == VideoOrigin.Composed)
        {
            actions[^1] = actions[^1] with { Parameters = new Dictionary<string, string> { ["com.sorafunctions.music"] = "composed and played by the engine" } };
        }

        if (components.Count > 0)
        {
            actions.Add(ActionDefinition.Placed([.. Enumerable.Range(0, components.Count)]));
        }

        if (mark is not null)
        {
            actions.Add(new ActionDefinition("c2pa.watermarked.bound"));
        }

        return new ManifestDefinition
        {
            ManifestId = ContentId.From($"manifest/{order.ContentId}/{order.Video.Sha256}"),
            InstanceId = ContentId.From($"instance/{order.ContentId}/{order.Video.Sha256}"),
            Title = origin.Title,
            Generator = _generator,
            Created = origin.Created,
            Actions = actions,
            SoftBinding = mark,
            Ingredients = ingredients,
            Generation = new GenerationFacts(origin.Engine.Name, origin.Engine.Version, origin.Seed, origin.Storyboard),
            TrainingMining = TrainingMiningPolicy.NothingAllowed,
        };
    }
}
