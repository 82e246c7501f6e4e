using System.Globalization;
using System.Text.Json;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;
using Spectre.Console;

namespace SoraFunctions.Local.Rendering;

/// <summary>What a user reads when his video is made.</summary>
internal static class SummaryTable
{
    public static void Print(
        string folder,
        VideoRow video,
        VideoRequest request,
        IReadOnlyList<(string Path, VideoFileRow File)> files,
        IReadOnlyList<(Stage Stage, TimeSpan Time)> times,
        TimeSpan total,
        LocalOptions options)
    {
        var table = new Table().RoundedBorder().AddColumns("video", video.Id);
        table.AddRow("picture", $"{video.Size}, {Seconds((double)video.Seconds)}, engine {request.Engine}, seed {request.Seed}, {request.Quality.ToString().ToLowerInvariant()} quality");
        table.AddRow("made in", times.Count > 1
            ? $"{Seconds(total.TotalSeconds)}: {string.Join(", ", times.Select(pair => $"{pair.Stage.ToString().ToLowerInvariant()} {Seconds(pair.Time.TotalSeconds)}"))}"
            : $"{Seconds(total.TotalSeconds)}, from stored results");
        table.AddRow("link", video.LinkCode is { } code ? Markup.Escape(new PublicAddress(options.PublicUrl).Link(code)) : "none asked for");
        foreach (var (path, file) in files)
        {
            table.AddRow(
                Markup.Escape(Path.Combine(folder, path)),
                string.Create(CultureInfo.InvariantCulture, $"{file.Length / 1024.0:#,0} KiB"));
        }

        AnsiConsole.Write(table);
        foreach (var warning in JsonSerializer.Deserialize(video.Warnings, PipelineJson.Default.IReadOnlyListString)!)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]note:[/] {warning}");
        }
    }

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s");
}
