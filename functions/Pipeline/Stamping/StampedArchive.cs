using System.IO.Compression;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;

namespace SoraFunctions.Pipeline.Stamping;

/// <summary>
/// A ZIP file whose videos, pictures and sounds are each stamped; playlists are set right for that. Memory holds no film: what is stamped
/// lies in temporary files, one at a time.
/// </summary>
internal static class StampedArchive
{
    /// <summary>Writes the archive; fails as stamping does.</summary>
    /// <param name="source">The ZIP file.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="definitionOf">What the file at a path is called, and what its manifest says.</param>
    /// <param name="stamp">Stamps one.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task Write(
        Stream source,
        Stream target,
        Func<string, (string Name, ManifestDefinition Definition)> definitionOf,
        FileStamp stamp,
        CancellationToken cancellation)
    {
        using var from = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var starts = new Dictionary<string, Func<long, long>>();
        // Playlists last: they need to know where the stretches of their files went.
        foreach (var entry in from.Entries.OrderBy(entry => IsPlaylist(entry.FullName)).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            await using var content = entry.Open();
            if (DeliveredFile.CarriesManifest(entry.FullName))
            {
                await using var plain = ScratchFile.Open();
                await using var stamped = ScratchFile.Open();
                await content.CopyToAsync(plain, cancellation);
                var (name, definition) = definitionOf(entry.FullName);
                starts[FolderOf(entry.FullName)] = stamp.Write(name, plain, stamped, definition, cancellation).NewStart;
                stamped.Position = 0;
                await Add(to, entry, stamped, CompressionLevel.NoCompression, cancellation);
            }
            else if (IsPlaylist(entry.FullName) && starts.TryGetValue(FolderOf(entry.FullName), out var newStart))
            {
                using var reader = new StreamReader(content);
                var text = StreamPlaylist.Moved(await reader.ReadToEndAsync(cancellation), newStart);
                using var moved = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
                await Add(to, entry, moved, CompressionLevel.Optimal, cancellation);
            }
            else
            {
                await Add(to, entry, content, CompressionLevel.Optimal, cancellation);
            }
        }
    }

    private static async Task Add(ZipArchive to, ZipArchiveEntry like, Stream content, CompressionLevel level, CancellationToken cancellation)
    {
        var entry = to.CreateEntry(like.FullName, level);
        entry.LastWriteTime = like.LastWriteTime;
        await using var into = entry.Open();
        await content.CopyToAsync(into, cancellation);
    }

    private static bool IsPlaylist(string path) => path.EndsWith(".m3u8", StringComparison.Ordinal);

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
