using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Local.Rendering;

/// <summary>The folder that a user finds his video in.</summary>
internal static class OutputFolder
{
    /// <summary>Copies the files of a finished video: the main channel's at the top, others in a folder of the channel's name.</summary>
    /// <returns>The files, with their paths within the folder.</returns>
    public static async Task<IReadOnlyList<(string Path, VideoFileRow File)>> Fill(
        string folder, VideoRow video, IServiceProvider services, CancellationToken cancellation)
    {
        var rows = await services.GetRequiredService<SoraDatabase>().VideoFiles.AsNoTracking()
            .Where(row => row.VideoId == video.Id).OrderBy(row => row.Name).ToListAsync(cancellation);
        var store = services.GetRequiredService<IBlobStore>();
        var files = new List<(string, VideoFileRow)>();
        foreach (var row in rows)
        {
            var relative = row.Channel == video.MainChannel ? row.Name : Path.Combine(row.Channel, row.Name);
            var path = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var content = await store.Open(row.Path, cancellation)
                ?? throw new FileNotFoundException($"The stored file {row.Path} is gone; delete the data folder to make it again.");
            await using var file = File.Create(path);
            await content.CopyToAsync(file, cancellation);
            files.Add((relative, row));
        }

        return files;
    }
}
