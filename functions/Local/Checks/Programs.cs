using System.ComponentModel;
using System.Diagnostics;

namespace SoraFunctions.Local.Checks;

/// <summary>The programs of others that are called.</summary>
internal static class Programs
{
    /// <summary>A program.</summary>
    /// <param name="Name">How it is called.</param>
    /// <param name="Package">Debian package.</param>
    /// <param name="Argument">What makes it say its version.</param>
    /// <param name="Needed">Whether no video can be made without it.</param>
    /// <param name="Use">What for.</param>
    public sealed record Entry(string Name, string Package, string Argument, bool Needed, string Use);

    public static IReadOnlyList<Entry> All { get; } =
    [
        new("ffmpeg", "ffmpeg", "-version", true, "decodes, encodes and mixes"),
        new("ffprobe", "ffmpeg", "-version", true, "reads files back"),
        new("espeak-ng", "espeak-ng", "--version", false, "speaks lines; without it they are captions only"),
        new("flite", "flite", "-lv", false, "speaks English more naturally; without it espeak-ng does"),
        new("fc-match", "fontconfig", "--version", false, "finds fonts"),
        new("zbarimg", "zbar-tools", "--version", false, "reads QR codes in the tests"),
        new("node", "nodejs", "--version", false, "runs other people's clients in the tests"),
    ];

    /// <summary>First line of what the program says of itself; null when it is not here.</summary>
    public static async Task<string?> VersionOf(Entry program, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program.Name, program.Argument)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = process.StandardOutput.ReadToEndAsync(cancellation);
            var complained = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            var line = $"{await said}{await complained}".Split('\n')[0].Trim();
            return line.Length > 60 ? line[..60] : line;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
