using System.Text.Json;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Sales.Wire;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Campaigns.Deliveries;

/// <summary>Writes the file that lists the videos of a run, page by page.</summary>
/// <param name="cells">Reads them.</param>
/// <param name="blobs">Where it goes.</param>
public sealed class RunManifest(RunCells cells, IBlobStore blobs)
{
    /// <summary>What it is called in an export.</summary>
    public const string FileName = "manifest.json";

    private const int Flush = 64 * 1024;

    /// <summary>Writes it.</summary>
    /// <param name="run">Of which run.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<BlobRef> Write(CampaignRunRow run, RunState state, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using (var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("object", "campaign.manifest");
            writer.WriteString("campaign_id", run.CampaignId);
            writer.WriteString("run_id", run.Id);
            writer.WriteString("state", EnumWord.Of(state));
            writer.WriteNumber("due_at", run.DueAt.ToUnixTimeSeconds());
            writer.WriteStartArray("cells");
            await foreach (var (cell, files) in cells.Read(run.Id, cancellation))
            {
                Write(writer, cell, files);
                if (writer.BytesPending > Flush)
                {
                    await writer.FlushAsync(cancellation);
                }
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return await new TenantBlobs(blobs, run.TenantId).Put(file, "application/json", cancellation);
    }

    private static void Write(Utf8JsonWriter writer, CampaignCellRow cell, IReadOnlyList<VideoFileRow> files)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", cell.Number);
        writer.WriteString("name", cell.Name);
        writer.WriteString("sku", cell.Sku);
        writer.WriteString("locale", cell.Locale);
        writer.WriteString("channel", cell.Channel);
        writer.WriteString("variant", cell.Variant);
        writer.WriteString("state", EnumWord.Of(cell.State));
        writer.WriteString("video_id", cell.VideoId);
        writer.WriteBoolean("reused", cell.Reused);
        writer.WriteString("fault", cell.Fault);
        writer.WriteStartArray("files");
        foreach (var file in files)
        {
            writer.WriteStartObject();
            writer.WriteString("name", file.Name);
            writer.WriteString("blob", file.Path);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteNumber("bytes", file.Length);
            writer.WriteString("media_type", file.MediaType);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
