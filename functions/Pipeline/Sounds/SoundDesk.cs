using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Sounds;

/// <summary>Takes sound that a caller brings in: gets and checks first, stores after, as with pictures.</summary>
/// <param name="fetcher">How it is got.</param>
public sealed class SoundDesk(FileFetcher fetcher)
{
    private const int LargestLength = 20 * 1024 * 1024;
    private const string Accepted = "MP3, AAC (also in M4A), WAV, FLAC or OGG of 1 second to 10 minutes and at most 20 MiB";

    private static readonly WantedFile _sound = new(
        "sound", LargestLength, Accepted, "data:audio/mpeg;base64,SUQzBA…", RequestErrorCodes.InvalidSound, RequestErrorCodes.UnreachableSound);

    /// <summary>Gets and checks a sound file.</summary>
    /// <param name="field">The field that names it.</param>
    /// <param name="source">See <see cref="FileFetcher.Fetch"/>.</param>
    /// <param name="baseFolder">See <see cref="FileFetcher.Fetch"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is none to be had, or it is not taken.</exception>
    public async Task<CheckedSound> Get(string field, string source, string? baseFolder, CancellationToken cancellation) =>
        Check(field, await fetcher.Fetch(field, source, _sound, baseFolder, cancellation));

    /// <summary>Checks bytes. What can't be told without decoding is told by the cut.</summary>
    /// <param name="field">The field that holds them.</param>
    /// <param name="bytes">All of the file.</param>
    /// <exception cref="RequestException">They are no sound that is taken.</exception>
    public static CheckedSound Check(string field, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestLength)
        {
            throw Refuse(field, $"has {bytes.Length} bytes");
        }

        if (SoundStructure.MediaType(bytes.Span) is not { } type)
        {
            throw Refuse(field, "is no sound file that is read");
        }

        return SoundStructure.Seconds(bytes.Span) is < 1 or > 600
            ? throw Refuse(field, "is too short or too long")
            : new CheckedSound(bytes, type);
    }

    /// <summary>Stores it.</summary>
    /// <param name="sound">Checked sound.</param>
    /// <param name="blobs">Whose.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public static Task<BlobRef> Store(CheckedSound sound, TenantBlobs blobs, CancellationToken cancellation) =>
        blobs.Put(sound.Bytes, sound.MediaType, cancellation);

    private static RequestException Refuse(string field, string what) =>
        new(new RequestError(field, $"{field} {what}; accepted is {Accepted}.", RequestErrorCodes.InvalidSound));
}
