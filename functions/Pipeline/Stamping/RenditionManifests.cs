using System.Reflection;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Provenance.Fingerprints;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Stamping;

/// <summary>What the manifests of a rendition's files say.</summary>
/// <param name="order">Where the video comes from.</param>
/// <param name="rights">What of rights-holders it shows, and by which grants.</param>
/// <param name="ancestries">The manifests that ingredients brought along, by SHA-256 of the ingredient.</param>
/// <param name="mark">The invisible mark; null for none.</param>
/// <param name="look">How the video looks; null for what was cut before that was told.</param>
/// <param name="picture">A small JPEG picture of the video; empty for none.</param>
internal sealed class RenditionManifests(
    StampOrder order, IReadOnlyList<VideoRight> rights, IReadOnlyDictionary<string, Ancestry> ancestries, SoftBinding? mark, Fingerprint? look, ReadOnlyMemory<byte> picture)
{
    private static readonly SoftwareAgent _generator = new(
        "SoraFunctions", typeof(RenditionManifests).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    /// <summary>The definition for a file.</summary>
    /// <param name="name">Its name, or that of the archive and the path in it.</param>
    /// <param name="sha256">Content hash of the file or of the archive.</param>
    public ManifestDefinition Of(string name, string sha256)
    {
        var (origin, file) = (order.Origin, DeliveredFile.Of(name));
        var isVideo = file.What.Length == 0;
        // Small files would be many times as large with the manifests of all that the video was made from.
        var components = Components(carried: isVideo);
        List<IngredientDefinition> ingredients = origin.Parent is { } parent
            ? [.. components, Ingredient(IngredientRelationship.ParentOf, "The video that was remixed", parent.MediaType, isVideo ? parent.Sha256 : null)]
            : components;
        List<SoftBinding> bindings = file.Marked && mark is not null ? [mark] : [];
        if (isVideo && look is { Descriptors.Length: > 0 })
        {
            bindings.Add(new SoftBinding(Fingerprint.Algorithm, look.ToBytes()));
        }

        var key = isVideo ? $"{order.ContentId}/{sha256}" : $"{order.ContentId}/{name}/{sha256}";
        return new ManifestDefinition
        {
            ManifestId = ContentId.From($"manifest/{key}"),
            InstanceId = ContentId.From($"instance/{key}"),
            Title = isVideo ? origin.Title : $"{origin.Title} ({file.What})",
            Generator = _generator,
            Created = origin.Created,
            Actions = Actions(components.Count, file.Step, file.Marked && mark is not null),
            SoftBindings = bindings,
            ThumbnailJpeg = isVideo ? picture : default,
            Ingredients = ingredients,
            Generation = new GenerationFacts(origin.Engine.Name, origin.Engine.Version, origin.Seed, origin.Storyboard),
            Rights = [.. rights.Select(right => new GrantedWork(right.Work, right.Holder, right.GrantId))],
            TrainingMining = TrainingMiningPolicy.NothingAllowed,
        };
    }

    private List<ActionDefinition> Actions(int components, ActionDefinition? step, bool marked)
    {
        var origin = order.Origin;
        var (source, agent) = (SourceType, new SoftwareAgent($"SoraFunctions {origin.Engine.Name} engine", origin.Engine.Version));
        List<ActionDefinition> actions = origin.Parent is null
            ? [ActionDefinition.Created(source, agent)]
            : [ActionDefinition.Opened(components), ActionDefinition.Edited(source, agent)];
        if (origin.Music == VideoOrigin.Composed)
        {
            actions[^1] = actions[^1] with { Parameters = new Dictionary<string, string> { ["com.sorafunctions.music"] = "composed and played by the engine" } };
        }

        if (components > 0)
        {
            actions.Add(ActionDefinition.Placed([.. Enumerable.Range(0, components)]));
        }

        if (origin is { Parent: not null, Translated: { } languages })
        {
            actions.Add(ActionDefinition.Translated(languages.From, languages.To));
        }

        if (marked)
        {
            actions.Add(new ActionDefinition("c2pa.watermarked.bound"));
        }

        return step is null ? actions : [.. actions, step];
    }

    /// <summary>The simulated world is honest algorithmic media; every other engine is, or may hide, a trained model.</summary>
    public string SourceType => order.Origin switch
    {
        { Engine.Name: not "world", Parent: null } => DigitalSourceType.TrainedAlgorithmicMedia,
        { Engine.Name: not "world" } => DigitalSourceType.CompositeWithTrainedAlgorithmicMedia,
        { Pictures.Count: > 0 } => DigitalSourceType.CompositeSynthetic,
        { Music: not (null or VideoOrigin.Composed) } => DigitalSourceType.CompositeSynthetic,
        _ => DigitalSourceType.AlgorithmicMedia,
    };

    private List<IngredientDefinition> Components(bool carried)
    {
        var origin = order.Origin;
        var hashes = origin.PictureHashes ?? [];
        var components = origin.Pictures
            .Select((type, index) => Ingredient(
                IngredientRelationship.ComponentOf,
                type == ModelLimits.MediaType ? "Product model" : "Product picture",
                type,
                carried ? hashes.ElementAtOrDefault(index) : null))
            .ToList();
        if (origin.Music is { } music and not VideoOrigin.Composed)
        {
            components.Add(Ingredient(IngredientRelationship.ComponentOf, "Music that the caller brought", music, carried ? origin.MusicHash : null));
        }

        return components;
    }

    private IngredientDefinition Ingredient(IngredientRelationship relationship, string title, string format, string? sha256) =>
        new(relationship, title, format) { Ancestry = sha256 is null ? null : ancestries.GetValueOrDefault(sha256) };
}
