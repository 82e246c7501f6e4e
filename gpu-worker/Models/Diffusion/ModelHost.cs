using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion;

/// <summary>What the engines of a process share: the loaded models, and turns, for two clips at a time would need twice the memory and be no quicker.</summary>
/// <param name="settings">How they work.</param>
public sealed class ModelHost(DiffusionSettings settings) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(1, 1);
    private readonly Lazy<RuntimeReport> _report = new(() => RuntimeReport.Ask(settings.Sessions));

    /// <summary>How they work.</summary>
    public DiffusionSettings Settings => settings;

    /// <summary>The loaded models.</summary>
    public SessionPool Pool { get; } = new(settings.Sessions, settings.ModelBytes);

    /// <summary>Whether memory has run out before: from then on no model stays loaded that is not in use.</summary>
    public bool Frugal { get; private set; }

    /// <summary>Remembers that memory has run out, and frees what can be freed.</summary>
    public void RunOutOfMemory()
    {
        Frugal = true;
        Pool.Trim();
    }

    /// <summary>A stage of a clip is done; its models are unloaded where memory is short.</summary>
    public void EndStage()
    {
        if (Frugal)
            Pool.Trim();
    }

    /// <summary>Waits for a turn; the next one begins when the result is disposed.</summary>
    public async Task<IDisposable> Turn(CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation).ConfigureAwait(false);
        return new Ending(_turns);
    }

    /// <summary>On what a package is computed, and why not on something faster: by its denoiser where that is loaded, else by what the runtime says.</summary>
    public (string Device, IReadOnlyList<string> Notes) Device(ModelPackage package)
    {
        var paths = package.Parts.Where(part => part.Kind == PartKind.Denoiser).Select(part => Path.GetFullPath(part.Path)).ToHashSet();
        var loaded = Pool.Status.Models.FirstOrDefault(model => paths.Contains(model.Path));
        var (provider, fallbacks) = loaded is null ? (_report.Value.Provider, _report.Value.Fallbacks) : (loaded.Provider, loaded.Fallbacks);
        return (Word(provider ?? ExecutionProvider.Cpu), [.. fallbacks.Select(fall => $"Not computed on {Word(fall.Provider)}: {fall.Reason}.")]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Pool.Dispose();
        _turns.Dispose();
    }

    private static string Word(ExecutionProvider provider) => provider.ToString().ToLowerInvariant();

    private sealed class Ending(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
