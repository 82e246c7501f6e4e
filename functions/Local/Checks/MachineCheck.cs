using System.Runtime.Intrinsics;
using SoraFunctions.Local.Hosting;
using SoraFunctions.World.Panoramas;
using Spectre.Console;

namespace SoraFunctions.Local.Checks;

/// <summary>Says what is here, what is missing, and how to get it.</summary>
internal static class MachineCheck
{
    /// <summary>Runs <c>sora doctor</c>.</summary>
    /// <returns>The exit code: 0 when a video can be made, 1 otherwise.</returns>
    public static async Task<int> Run(LocalOptions options, CancellationToken cancellation)
    {
        var table = new Table().RoundedBorder().AddColumns("what", "state", "remark");
        var able = true;
        foreach (var program in Programs.All)
        {
            var version = await Programs.VersionOf(program, cancellation);
            able &= version is not null || !program.Needed;
            table.AddRow(
                program.Name,
                version is not null ? "[green]here[/]" : program.Needed ? "[red]missing[/]" : "[yellow]missing[/]",
                Markup.Escape(version ?? $"{program.Use}; get it with: apt-get install {program.Package}"));
        }

        table.AddRow("vector units", Vectors(), $"{Environment.ProcessorCount} cores");
        table.AddRow("data folder", Directory.Exists(options.DataFolder) ? "[green]here[/]" : "not yet", Markup.Escape(options.DataFolder));
        var panoramas = PanoramaLibrary.Installed.Folder;
        table.AddRow(
            "panoramas",
            panoramas is null ? "[yellow]missing[/]" : "[green]here[/]",
            Markup.Escape(panoramas ?? "sets have painted skies; get them with: npm install, in gpu-worker/World/Panoramas"));
        able &= await EngineRows.Add(table, options, cancellation);
        table.AddRow("moderation", "embedded rules", "no remote service is configured or needed");
        table.AddRow("storyboards", "embedded writer", "English, Chinese, Spanish, French, German and Japanese; no remote service is configured or needed");
        AnsiConsole.Write(table);
        return able ? 0 : 1;
    }

    private static string Vectors() => Vector512.IsHardwareAccelerated ? "512 bits"
        : Vector256.IsHardwareAccelerated ? "256 bits" : "[yellow]128 bits: slow[/]";
}
