using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Pictures;

/// <summary>Has a worker take fingerprints of pictures, by which copies are found.</summary>
/// <param name="jobs">Takes them; the same picture is looked at once.</param>
/// <param name="blobs">Where pictures and fingerprints lie.</param>
public sealed class PictureFingerprints(WorkerJobs jobs, IBlobStore blobs)
{
    private const string Key = "PictureFingerprint/1";

    /// <summary>The fingerprint of a picture; null where its file can't be decoded.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="sha256">Of its file, which the tenant has.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="IOException">It may be taken another time.</exception>
    public async Task<PictureFingerprint?> Of(string tenant, string sha256, CancellationToken cancellation)
    {
        try
        {
            var made = await jobs.Do(tenant, Key, new FingerprintJob(new FingerprintOrder(sha256)), _ => Task.CompletedTask, cancellation);
            return await new TenantBlobs(blobs, tenant).GetJson(made.Files[OutputNames.Fingerprint], ContractJson.Default.PictureFingerprint, cancellation);
        }
        catch (FinalException unreadable) when (unreadable.Code == "bad_asset")
        {
            return null;
        }
    }
}
