using SoraFunctions.Contract;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.CutOut;
using SoraFunctions.Models.Diffusion;
using SoraFunctions.Models.Faces;
using SoraFunctions.Models.Likeness;
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

    private readonly ModelHost _host = new(new DiffusionSettings());

    /// <summary>Looks at what is there.</summary>
    public WorkerModels()
    {
        // Beside an engine that takes all cores, small models share one.
        var sessions = new HelperSessions(
            HelperModelCatalog.Installed, new SessionPool(new SessionSettings { Providers = [ExecutionProvider.Cpu], Threads = 1 }, HelperBytes));
        Safety = new ClipSafety(new PictureSafety(sessions));
        Likeness = new ClipLikeness(new FaceDetector(sessions), new PeopleCutOut(sessions));
        Fingerprint = new PicturePrint(new PictureLikeness(sessions));
        Voices = new NeuralVoices(sessions);
        World = new WorldEngine(ProductPictures.Aids(sessions));
    }

    /// <summary>The embedded engine.</summary>
    public IEngine World { get; }

    /// <summary>The engines of text-to-video packages, whose clips are looked at.</summary>
    /// <param name="mounted">The folder of packages; where it is missing there are none.</param>
    /// <param name="fetched">Folders of further packages.</param>
    public IReadOnlyList<IEngine> Painters(string mounted, IReadOnlyList<string> fetched) =>
        [.. DiffusionEngines.Of([.. DiffusionEngines.PackagesIn(mounted), .. fetched], _host).Select(engine => new WatchedEngine(engine, Safety))];

    /// <summary>Who speaks, where voices are mounted.</summary>
    public NeuralVoices Voices { get; }

    /// <summary>Who looks at clips.</summary>
    public ClipSafety Safety { get; }

    /// <summary>Who takes likenesses.</summary>
    internal ClipLikeness Likeness { get; }

    /// <summary>Who takes fingerprints of pictures.</summary>
    internal PicturePrint Fingerprint { get; }
}
