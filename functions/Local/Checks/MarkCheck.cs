using Microsoft.EntityFrameworkCore;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Local.Checks;

/// <summary>Looks for the invisible mark of this data folder's videos, which outlives the manifest.</summary>
/// <param name="Mark">What it says; null when none was found.</param>
/// <param name="Videos">Which renditions carry it, as far as the data folder knows.</param>
/// <param name="Problem">Why nothing could be looked for; null when it could.</param>
internal sealed record MarkCheck(WatermarkFinding? Mark, IReadOnlyList<WatermarkRow> Videos, string? Problem)
{
    private const double FramesPerSecond = 8;
    private const double MostSeconds = 60;

    /// <summary>In plain words.</summary>
    public string Summary => this switch
    {
        { Problem: { } problem } => $"No watermark was looked for: {problem}",
        { Mark: null } => "No watermark of this data folder's key was found, which proves nothing.",
        { Videos: [var video, ..] } => $"Watermark {Mark.Id}: made here as {video.VideoId} for channel {video.Channel} on {video.At:yyyy-MM-dd}.",
        _ => $"Watermark {Mark.Id}: marked with this data folder's key, but the video is not known here.",
    };

    /// <summary>Looks for it.</summary>
    /// <param name="file">A video or picture.</param>
    /// <param name="folder">Whose key and whose videos.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<MarkCheck> Run(FileInfo file, DataFolder folder, CancellationToken cancellation)
    {
        if (!File.Exists(folder.WatermarkSecret))
        {
            return new MarkCheck(null, [], $"there is no key in {folder.Root}.");
        }

        try
        {
            await using var film = await LumaReader.Open(file.FullName, FramesPerSecond, MostSeconds, cancellation);
            var key = new WatermarkKey(await File.ReadAllBytesAsync(folder.WatermarkSecret, cancellation));
            if (Math.Min(film.Width, film.Height) < WatermarkReader.LeastSide)
            {
                return new MarkCheck(null, [], $"the picture is {film.Width} x {film.Height}, and at least {WatermarkReader.LeastSide} pixels are needed each way.");
            }

            var reader = new WatermarkReader(key, film.Width, film.Height);
            while (await film.Read(cancellation))
            {
                reader.Add(film.Luma.Span, film.Seconds);
            }

            var found = reader.Find();
            return new MarkCheck(found, found is null ? [] : await Known(found.Id, folder, cancellation), null);
        }
        catch (Exception fault) when (fault is FfmpegException or InvalidDataException)
        {
            return new MarkCheck(null, [], fault.Message);
        }
    }

    private static async Task<List<WatermarkRow>> Known(WatermarkId id, DataFolder folder, CancellationToken cancellation)
    {
        if (!File.Exists(folder.Database))
        {
            return [];
        }

        var mark = (long)id.Value;
        await using var database = new SoraDatabase(
            new DbContextOptionsBuilder<SoraDatabase>().UseSqlite($"Data Source={folder.Database};Mode=ReadOnly").Options);
        return await database.Watermarks.Where(row => row.Mark == mark).OrderBy(row => row.At).ToListAsync(cancellation);
    }
}
