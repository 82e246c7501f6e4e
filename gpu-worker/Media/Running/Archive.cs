using System.IO.Compression;

namespace SoraFunctions.Media.Running;

/// <summary>Puts a folder into a ZIP file. The same files give the same bytes.</summary>
internal static class Archive
{
    /// <summary>The earliest time that a ZIP file can tell: a file's own would differ from run to run.</summary>
    private static readonly DateTimeOffset _noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the file.</summary>
    /// <param name="folder">What goes in, with its folders; films and sounds as they are, the rest compressed.</param>
    /// <param name="target">The file to make.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task Write(string folder, string target, CancellationToken cancellation)
    {
        await using var file = File.Create(target);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
            var packed = Path.GetExtension(name) is ".mp4" or ".m4s" or ".flac";
            var entry = zip.CreateEntry(name, packed ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
            entry.LastWriteTime = _noTime;
            await using var from = File.OpenRead(path);
            await using var to = entry.Open();
            await from.CopyToAsync(to, cancellation).ConfigureAwait(false);
        }
    }
}
