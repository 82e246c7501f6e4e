using System.IO.Compression;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Campaigns.Deliveries;

/// <summary>Writes the videos of a run into a ZIP file as it goes: nothing of it is kept in memory or on a disk.</summary>
/// <param name="cells">Reads them.</param>
/// <param name="blobs">Where they lie.</param>
public sealed class RunExport(RunCells cells, IBlobStore blobs)
{
    /// <summary>What of a video is exported, and how each is called after the cell's name.</summary>
    private static readonly Dictionary<string, string> _endings = new()
    {
        [OutputNames.Video] = ".mp4",
        ["poster.jpg"] = ".jpg",
        ["captions.srt"] = ".srt",
    };

    /// <summary>Writes it. Videos are compressed already and are put in as they are.</summary>
    /// <param name="run">Of which run.</param>
    /// <param name="output">Where to; need not seek.</param>
    /// <param name="cancellation">Stops writing.</param>
    public async Task Write(CampaignRunRow run, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        var tenant = new TenantBlobs(blobs, run.TenantId);
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await foreach (var (cell, files) in cells.Read(run.Id, cancellation))
        {
            foreach (var file in files.Where(file => _endings.ContainsKey(file.Name)))
            {
                await using var content = await tenant.Open(new BlobRef(file.Path, file.Sha256, file.Length, file.MediaType), cancellation);
                await Add(zip, cell.Name + _endings[file.Name], content, CompressionLevel.NoCompression, cancellation);
            }
        }

        if (run.Manifest is { } manifest)
        {
            await using var content = await tenant.Open(CampaignBlobs.Ref(manifest), cancellation);
            await Add(zip, RunManifest.FileName, content, CompressionLevel.Fastest, cancellation);
        }
    }

    private static async Task Add(ZipArchive zip, string name, Stream content, CompressionLevel level, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancellation);
        await content.CopyToAsync(entry, cancellation);
    }
}
