using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Sounds;

/// <summary>Has a worker listen to the music that a caller brings, so that cuts can fall on its beats.</summary>
/// <param name="jobs">Has it listened to.</param>
/// <param name="blobs">Where what was heard lies.</param>
public sealed class MusicListening(WorkerJobs jobs, IBlobStore blobs)
{
    private const string Key = "MusicListening/1";

    /// <summary>The request with what was heard in its music, where a storyboard is to be written to it; else as it is.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="request">The order.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="FinalException">The music can't be decoded or is silent: <c>invalid_sound</c>.</exception>
    /// <exception cref="IOException">It may be heard another time.</exception>
    public async Task<VideoRequest> Heard(string tenant, VideoRequest request, CancellationToken cancellation)
    {
        if (request is not { Music: true, Storyboard: null, MusicWish: { File: { } file } wish })
        {
            return request;
        }

        try
        {
            var made = await jobs.Do(tenant, Key, new SoundJob(new SoundOrder(file.Sha256)), _ => Task.CompletedTask, cancellation);
            var heard = await new TenantBlobs(blobs, tenant).GetJson(made.Files[OutputNames.Heard], ContractJson.Default.SoundAnalysis, cancellation);
            return request with { MusicWish = wish with { Heard = heard } };
        }
        catch (FinalException unreadable) when (unreadable.Code == "bad_asset")
        {
            throw new FinalException(
                RequestErrorCodes.InvalidSound,
                "music.file can't be used: it is broken, cut off, silent, or not between 1 second and 10 minutes long; accepted are MP3, AAC (also in M4A), WAV, FLAC and OGG.");
        }
    }
}
