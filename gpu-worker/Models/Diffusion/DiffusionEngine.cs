using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion;

/// <summary>An engine that films a shot with a text-to-video model: one package in the diffusers layout, exported to ONNX.</summary>
public sealed class DiffusionEngine : IEngine
{
    private const string Number = "diffusion-1";

    private readonly ModelPackage? _package;
    private readonly FamilyReading _reading;
    private readonly ModelHost _host;
    private readonly string _title;

    /// <param name="name">The word that orders pick it by.</param>
    /// <param name="folder">The package.</param>
    /// <param name="host">What the engines of this process share.</param>
    public DiffusionEngine(string name, string folder, ModelHost host)
    {
        (Name, _host) = (name, host);
        _title = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        try
        {
            _package = ModelPackage.Read(folder);
            _reading = FamilyReader.Of(_package);
            Version = $"{Number}-{PackageVersion.Of(folder)}";
        }
        catch (Exception exception) when (exception is PackageException or IOException or UnauthorizedAccessException)
        {
            _reading = new(null, [exception.Message]);
            Version = $"{Number}-unreadable";
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public EngineAbilities Abilities
    {
        get
        {
            if (_reading.Family is not { } family)
                return new($"The model package {_title}, which can't be run.") { Ready = false, Notes = [.. _reading.Problems.Select(Sentence)] };
            var (device, notes) = _host.Device(_package!);
            return new($"Makes clips from words with the model package {_title} ({family.Name}).")
            {
                Device = device,
                MostSeconds = _host.Settings.MostSeconds,
                ReadsWords = true,
                TakesClips = _package!.Part(PartKind.Encoder) is not null,
                PictureRoles = ClipPictures.RolesOf(family),
                ShowsPictures = family.Pictures != PictureInput.None,
                Notes = notes,
            };
        }
    }

    /// <inheritdoc/>
    /// <remarks>While it works it writes <see cref="OutputNames.Preview"/> now and then: a frame of the clip as it stands.</remarks>
    public async Task Render(
        ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        if (_reading.Family is not { } family)
            throw new InvalidDataException($"The engine {Name} can't run its package {_title}: {string.Join("; ", _reading.Problems)}.");
        if (order.Shot.Seconds > _host.Settings.MostSeconds)
            throw new InvalidDataException($"The engine {Name} makes shots of at most {_host.Settings.MostSeconds} s, not {order.Shot.Seconds} s.");
        try
        {
            await Film(family, order, assetPath, folder, progress, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or ModelLoadException && exception.Message.Contains("memory", StringComparison.OrdinalIgnoreCase))
        {
            _host.RunOutOfMemory();
            throw new WorkerException(new("busy", $"The package {_title} needs more memory than there is now: {exception.Message}", true), exception);
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or ModelLoadException or NotSupportedException)
        {
            throw new InvalidDataException($"The package {_title} can't be run: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Runs each model once at the package's own size, so that the first order does not pay for loading, kernels and TensorRT's engines. Does nothing where
    /// the package can't run.
    /// </summary>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="ModelLoadException">A model cannot be loaded.</exception>
    /// <exception cref="OnnxRuntimeException">A model cannot be run.</exception>
    public async Task WarmUp(CancellationToken cancellation)
    {
        if (_reading.Family is not { } family)
            return;
        using (await _host.Turn(cancellation).ConfigureAwait(false))
            await Task.Run(() => ClipMaker.WarmUp(_host, _package!, family, cancellation), cancellation).ConfigureAwait(false);
    }

    private async Task Film(
        Family family, ShotOrder order, Func<string, string> assetPath, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        var plan = ClipPlan.Of(family, order);
        var warnings = new List<string>(plan.Warnings);
        var pictures = await ClipPictures.Of(order, family, plan, assetPath, warnings, cancellation).ConfigureAwait(false);
        using (await _host.Turn(cancellation).ConfigureAwait(false))
        {
            var maker = new ClipMaker(_host, _package!, family, plan);
            var source = await maker.Source(order, assetPath, warnings, cancellation).ConfigureAwait(false);
            var preview = Path.Combine(folder, OutputNames.Preview);
            var latents = await Task.Run(() => maker.Latents(order, pictures, source, preview, warnings, progress, cancellation), cancellation).ConfigureAwait(false);
            await Write(maker, latents, order, Path.Combine(folder, OutputNames.Clip), progress, cancellation).ConfigureAwait(false);
        }
        warnings.AddRange(_host.Device(_package!).Notes);
        await using var log = File.Create(Path.Combine(folder, OutputNames.Log));
        await JsonSerializer.SerializeAsync(log, new ClipLog { Warnings = warnings }, ContractJson.Default.ClipLog, cancellation).ConfigureAwait(false);
    }

    private static async Task Write(ClipMaker maker, float[] latents, ShotOrder order, string path, IProgress<double> progress, CancellationToken cancellation)
    {
        var format = order.Format;
        var count = format.FramesIn(order.Shot.Seconds);
        await using var writer = new VideoWriter(path, format);
        using var pictures = maker.Pictures(latents, order, count, cancellation).GetEnumerator();
        FrameMaker? frames = null;
        for (var done = 0; done < count && await Task.Run(pictures.MoveNext, cancellation).ConfigureAwait(false); done++)
        {
            frames ??= new(pictures.Current.Width, pictures.Current.Height, format);
            var buffer = writer.Rent();
            frames.Make(pictures.Current, buffer);
            await writer.Write(buffer, cancellation).ConfigureAwait(false);
            progress.Report(ClipMaker.LatentShare + (1 - ClipMaker.LatentShare) * (done + 1) / count);
        }
        await writer.Complete(cancellation).ConfigureAwait(false);
    }

    private static string Sentence(string problem) => char.ToUpperInvariant(problem[0]) + problem[1..] + ".";
}
