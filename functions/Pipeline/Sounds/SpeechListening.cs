using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Sounds;

/// <summary>Has what is said in a caller's own sound heard, so that it can be shown: in his narration, or else in his music.</summary>
/// <param name="recogniser">Who hears it.</param>
/// <param name="blobs">Where the sound lies.</param>
public sealed class SpeechListening(Recogniser recogniser, IBlobStore blobs)
{
    /// <summary>Who listens, for the keys of kept results; empty for nobody.</summary>
    public string Name => recogniser.Name;

    /// <summary>What is said in the sound of an order for which a storyboard is to be written, by the time of the video; and what the caller should know.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="request">The order; where its own music is played, it has been listened to.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<(IReadOnlyList<SaidLine> Said, IReadOnlyList<string> Warnings)> Heard(string tenant, VideoRequest request, CancellationToken cancellation)
    {
        if (recogniser.Name.Length == 0 || request.Storyboard is not null || SoundOf(request) is not { } sound)
        {
            return ([], []);
        }

        try
        {
            await using var content = await new TenantBlobs(blobs, tenant).Open(sound.File, cancellation);
            var heard = await recogniser.Listen(content, sound.File.MediaType, request.Language, cancellation);
            return (
                [
                    .. heard.Select(line => line with { From = Math.Max(0, line.From - sound.Lead), To = line.To - sound.Lead })
                        .Where(line => line.To > line.From && line.From < (double)request.Seconds),
                ],
                []);
        }
        catch (ModelFailure failure)
        {
            return ([], [$"What is said in {sound.Field} is not shown: nobody heard it ({failure.Message})."]);
        }
    }

    // Silence before music is not played; a narration is played as it is.
    private static (string Field, BlobRef File, double Lead)? SoundOf(VideoRequest request) => request switch
    {
        { VoiceWish.File: { } spoken } => ("voice.file", spoken, 0),
        { Music: true, MusicWish: { File: { } sung } wish } => ("music.file", sung, wish.Heard?.Lead ?? 0),
        _ => null,
    };
}
