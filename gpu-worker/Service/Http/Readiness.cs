using SoraFunctions.Contract;

namespace SoraFunctions.Service.Http;

/// <summary>Whether the worker can take jobs, and with what.</summary>
/// <param name="Ready">Whether it can.</param>
/// <param name="Engines">What renders shots here.</param>
/// <param name="Ffmpeg">Path of the ffmpeg program; null when it is not installed.</param>
/// <param name="FreeBytes">Bytes free on the disk.</param>
/// <param name="UsedBytes">Bytes that assets take.</param>
/// <param name="BudgetBytes">Bytes that assets may take.</param>
/// <param name="Unfinished">Jobs accepted and not finished, on all replicas together.</param>
/// <param name="Trouble">Why it takes no work; null when it does, or when one of the above says so.</param>
internal sealed record Readiness(
    bool Ready,
    IReadOnlyList<EngineInfo> Engines,
    string? Ffmpeg,
    long FreeBytes,
    long UsedBytes,
    long BudgetBytes,
    int Unfinished,
    string? Trouble)
{
    /// <summary>Below this nothing can be rendered.</summary>
    private const long LeastFree = 256L << 20;

    /// <summary>Looks at a desk and its machine.</summary>
    public static Readiness Of(RenderDesk desk)
    {
        var engines = desk.Present;
        var ffmpeg = FindFfmpeg();
        var free = new DriveInfo(Path.GetFullPath(desk.Options.Folder)).AvailableFreeSpace;
        var trouble = desk.IsDraining ? "draining" : desk.Trouble;
        return new Readiness(
            engines.Count > 0 && ffmpeg is not null && free >= LeastFree && trouble is null,
            engines, ffmpeg, free, desk.Used, desk.Budget, desk.Unfinished, trouble);
    }

    private static string? FindFfmpeg() => Environment.GetEnvironmentVariable("SORA_FFMPEG") is { Length: > 0 } given
        ? File.Exists(given) ? given : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg"))
            .FirstOrDefault(File.Exists);
}
