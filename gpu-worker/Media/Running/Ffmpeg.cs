namespace SoraFunctions.Media.Running;

/// <summary>
/// Runs the ffmpeg that is on the path, or that <c>SORA_FFMPEG</c> names (its ffprobe is then looked for beside it). Arguments
/// go as a list, never through a shell.
/// </summary>
public static class Ffmpeg
{
    /// <summary>Bytes of memory that the programs take that this process has started and not ended; not those of their own children.</summary>
    public static long WorkingSet => MediaProcess.WorkingSet;

    /// <summary>Runs ffmpeg to its end. Fails with <see cref="FfmpegException"/>.</summary>
    /// <param name="arguments">All arguments after the usual quiet ones.</param>
    /// <param name="cancellation">Kills the program.</param>
    public static async Task Run(IEnumerable<string> arguments, CancellationToken cancellation) =>
        await Read(arguments, cancellation).ConfigureAwait(false);

    /// <summary>Runs ffmpeg to its end and gives what it wrote to its standard output.</summary>
    /// <param name="arguments">All arguments after the usual quiet ones.</param>
    /// <param name="cancellation">Kills the program.</param>
    public static async Task<byte[]> Read(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        await using var process = Start(arguments);
        return await process.ReadToEnd(cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs ffprobe to its end and gives what it wrote to its standard output.</summary>
    /// <param name="arguments">All arguments after the usual quiet ones.</param>
    /// <param name="cancellation">Kills the program.</param>
    public static async Task<byte[]> Probe(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        await using var process = MediaProcess.Start(ProgramNamed("ffprobe"), ["-hide_banner", "-v", "error", .. arguments]);
        return await process.ReadToEnd(cancellation).ConfigureAwait(false);
    }

    /// <summary>Starts ffmpeg; the caller feeds its input and reads its output.</summary>
    /// <param name="arguments">All arguments after the usual quiet ones.</param>
    /// <param name="folder">Where relative names are looked for; filters name files relatively, which spares escaping.</param>
    internal static MediaProcess Start(IEnumerable<string> arguments, string folder = "") =>
        MediaProcess.Start(ProgramNamed("ffmpeg"), ["-hide_banner", "-nostdin", "-nostats", "-v", "error", "-y", .. arguments], folder);

    /// <summary>Where the program of that name is: <c>ffmpeg</c> or <c>ffprobe</c>.</summary>
    internal static string ProgramNamed(string name)
    {
        var given = Environment.GetEnvironmentVariable("SORA_FFMPEG");
        return string.IsNullOrEmpty(given) ? name
            : name == "ffmpeg" ? given
            : Path.Combine(Path.GetDirectoryName(given) ?? "", name + Path.GetExtension(given));
    }
}
