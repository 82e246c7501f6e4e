using SoraFunctions.Contract;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Diffusion;
using SoraFunctions.Models.Safety;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Voices;
using SoraFunctions.World;

namespace SoraFunctions.Service.Models;

/// <summary>The engines and helper models of this machine. They are loaded when they are needed and live as long as the process.</summary>
public sealed class WorkerModels
{
    /// <summary>Bytes of helper models to keep loaded: all of them take about 200 MB.</summary>
    private const long HelperBytes = 512L << 20;

    /// <summary>Looks at what is there.</summary>
    /// <param name="packages">The folder of text-to-video packages; where it is missing there are none.</param>
    public WorkerModels(string packages)
    {
        // Beside an engine that takes all cores, small models share one.
        var sessions = new HelperSessions(
            HelperModelCatalog.Installed, new SessionPool(new SessionSettings { Providers = [ExecutionProvider.Cpu], Threads = 1 }, HelperBytes));
        Safety = new ClipSafety(new PictureSafety(sessions));
        Voices = new NeuralVoices(sessions);
        var painters = DiffusionEngines.In(packages, new ModelHost(new DiffusionSettings()));
        Engines = [new WorldEngine(ProductPictures.Aids(sessions)), .. painters.Select(engine => new WatchedEngine(engine, Safety))];
    }

    /// <summary>What renders shots: the embedded engine, and one engine for each package.</summary>
    public IReadOnlyList<IEngine> Engines { get; }

    /// <summary>Who speaks, where voices are mounted.</summary>
    public NeuralVoices Voices { get; }

    /// <summary>Who looks at clips.</summary>
    public ClipSafety Safety { get; }
}
