using System.Diagnostics;

namespace SoraFunctions.Benchmarks.Examples;

/// <summary>Runs other programs.</summary>
internal static class Command
{
    /// <summary>Runs one to its end; fails with what it says when it fails.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">What it is told.</param>
    public static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {error}");
    }
}
