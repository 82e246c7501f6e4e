using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Pictures;

/// <summary>Takes pictures in: gets and checks all of them first, stores them after, so that a bad request leaves nothing behind.</summary>
/// <param name="fetcher">How they are got.</param>
public sealed class PictureDesk(FileFetcher fetcher)
{
    private static readonly WantedFile _picture = new(
        "picture",
        PictureLimits.LargestLength,
        PictureLimits.Accepted,
        "data:image/png;base64,iVBORw0…",
        RequestErrorCodes.InvalidPicture,
        RequestErrorCodes.UnreachablePicture);

    /// <summary>Checks bytes that came with the request.</summary>
    /// <param name="field">The field that holds them.</param>
    /// <param name="bytes">All of the file; its kind is told from them and from nothing else.</param>
    /// <exception cref="RequestException">They are no picture that is taken.</exception>
    public static CheckedPicture Check(string field, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new CheckedPicture(bytes, PictureReader.Read(bytes.Span));
        }
        catch (InvalidDataException fault)
        {
            throw new RequestException(new RequestError(field, $"{field} {fault.Message}.", RequestErrorCodes.InvalidPicture));
        }
    }

    /// <summary>Gets and checks a picture.</summary>
    /// <param name="field">The field that names it.</param>
    /// <param name="source">See <see cref="FileFetcher.Fetch"/>.</param>
    /// <param name="baseFolder">See <see cref="FileFetcher.Fetch"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is none to be had, or it is not taken.</exception>
    public async Task<CheckedPicture> Get(string field, string source, string? baseFolder, CancellationToken cancellation) =>
        Check(field, await fetcher.Fetch(field, source, _picture, baseFolder, cancellation));

    /// <summary>Stores a picture.</summary>
    /// <param name="picture">A checked one.</param>
    /// <param name="blobs">Whose.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public static async Task<Picture> Store(CheckedPicture picture, TenantBlobs blobs, CancellationToken cancellation)
    {
        var blob = await blobs.Put(picture.Bytes, picture.Facts.MediaType, cancellation);
        return new Picture(blob, picture.Facts.Width, picture.Facts.Height);
    }
}
