using System.Numerics;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.World.Gltf;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Plates;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Staging.Settings;

namespace SoraFunctions.World;

/// <summary>The embedded engine: a shot is staged, simulated, filmed and encoded, on the processor and without weights.</summary>
public sealed class WorldEngine : IEngine
{
    private const string Number = "world-10";

    private readonly PictureAids aids;
    private readonly PictureShelf shelf;

    /// <summary>The engine, by itself or with models that help it.</summary>
    /// <param name="aids">What makes more of merchants' pictures; null for nothing.</param>
    public WorldEngine(PictureAids? aids = null)
    {
        this.aids = aids ?? PictureAids.None;
        shelf = new(this.aids);
    }

    /// <inheritdoc/>
    public string Name => "world";

    /// <inheritdoc/>
    public string Version =>
        $"{Number}{(PanoramaLibrary.Installed.Folder is null ? "-painted" : "")}{(aids.Version.Length > 0 ? $"+{aids.Version}" : "")}";

    /// <inheritdoc/>
    public EngineAbilities Abilities { get; } = new("Simulates a scene with rigid bodies, cloth and water and films it; needs neither weights nor a GPU.")
    {
        ShowsPictures = true,
        ShowsModels = true,
        KeepsProducts = true,
        LogsContacts = true,
        Notes = PanoramaLibrary.Installed.Folder is null ? ["Sets have painted skies, for the panoramas are not installed."] : [],
    };

    /// <inheritdoc/>
    public async Task Render(
        ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        Rehearsal.Begin();
        // Building the set asks for the picture of its surroundings, which is then decoded beside those of the cast.
        _ = Task.Run(() => SetBuilder.Build(order.Shot.Setting, SetBrief.Of(order, Vector3.One)), cancellation);
        var assets = new ShotAssets(
            await Pictures(order, assetPath, cancellation).ConfigureAwait(false), await Models(order, assetPath, cancellation).ConfigureAwait(false));
        var clip = Path.Combine(folder, OutputNames.Clip);
        var shot = order.Plate is { } plate
            ? await FilmOver(assetPath(plate), order, assets, clip, progress, cancellation).ConfigureAwait(false)
            : await FilmSet(order, assets, clip, progress, cancellation).ConfigureAwait(false);
        await using var log = File.Create(Path.Combine(folder, OutputNames.Log));
        await JsonSerializer.SerializeAsync(log, shot.Log, ContractJson.Default.ClipLog, cancellation).ConfigureAwait(false);
    }

    private static async Task<StagedShot> FilmSet(
        ShotOrder order, ShotAssets assets, string clip, IProgress<double> progress, CancellationToken cancellation)
    {
        // The encoder starts while the shot is staged; the light of the set and all that stands on it are made ready while the deed is performed.
        await using var writer = new VideoWriter(clip, order.Format.Filmed(order.Quality));
        var wardrobe = new Wardrobe();
        Task<SetLight>? light = null;
        var shot = await Task.Run(() => Director.Stage(order, assets, Prepare, cancellation), cancellation).ConfigureAwait(false);
        await Film(shot, await light!.ConfigureAwait(false), wardrobe, order.Format.Filmed(order.Quality), order.Quality, writer, progress, cancellation)
            .ConfigureAwait(false);
        return shot;

        void Prepare(Stage set)
        {
            light = Task.Run(() => new SetLight(set), cancellation);
            wardrobe.Begin(set.Instances);
        }
    }

    private static async Task<StagedShot> FilmOver(
        string plate, ShotOrder order, ShotAssets assets, string clip, IProgress<double> progress, CancellationToken cancellation)
    {
        var format = order.Format.Filmed(order.Quality);
        var light = await PlateFilm.LightOf(plate, format, cancellation).ConfigureAwait(false);
        var shot = await Task.Run(() => Director.Stage(order, assets, light, cancellation), cancellation).ConfigureAwait(false);
        await PlateFilm.Write(shot, plate, format, order.Quality, clip, progress, cancellation).ConfigureAwait(false);
        return shot;
    }

    private async Task<Dictionary<string, Texture>> Pictures(ShotOrder order, Func<string, string> assetPath, CancellationToken cancellation)
    {
        Dictionary<string, Texture> pictures = [];
        foreach (var subject in order.Cast)
        {
            if (subject.Picture is not { } hash || pictures.ContainsKey(hash))
            {
                continue;
            }

            try
            {
                pictures[hash] = await shelf.Take(hash, assetPath(hash), order.Quality == Quality.Final, cancellation).ConfigureAwait(false);
            }
            catch (InvalidDataException problem)
            {
                throw new InvalidDataException($"The picture of the subject {subject.Id} can't be used: {problem.Message}", problem);
            }
        }

        return pictures;
    }

    private static async Task<Dictionary<string, Model>> Models(ShotOrder order, Func<string, string> assetPath, CancellationToken cancellation)
    {
        Dictionary<string, Model> models = [];
        foreach (var subject in order.Cast)
        {
            if (subject is not { Form: Form.Model, Model: { } hash } || models.ContainsKey(hash))
            {
                continue;
            }

            try
            {
                models[hash] = await ModelFile.Read(assetPath(hash), cancellation).ConfigureAwait(false);
            }
            catch (InvalidDataException problem)
            {
                throw new InvalidDataException($"The model of the subject {subject.Id} can't be used: {problem.Message}", problem);
            }
        }

        return models;
    }

    // The encoder takes frames from a short queue on its own thread; the renderer waits only when it is full.
    private static async Task Film(
        StagedShot shot, SetLight light, Wardrobe wardrobe, FrameFormat format, Quality quality, VideoWriter writer, IProgress<double> progress,
        CancellationToken cancellation)
    {
        using var renderer = new FilmRenderer(shot.Stage, light, wardrobe, format.Width, format.Height, quality);
        var previous = shot.Before;
        for (var frame = 0; frame < shot.States.Count; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            var buffer = writer.Rent();
            renderer.Render(previous, shot.States[frame], frame, buffer);
            await writer.Write(buffer, cancellation).ConfigureAwait(false);
            previous = shot.States[frame];
            progress.Report((frame + 1.0) / shot.States.Count);
        }

        await writer.Complete(cancellation).ConfigureAwait(false);
    }
}
