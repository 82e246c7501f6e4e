using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Fonts;

/// <summary>Takes fonts in: gets and checks first, stores after, as with pictures.</summary>
/// <param name="fetcher">How they are got.</param>
public sealed class FontDesk(FileFetcher fetcher)
{
    private const int LargestLength = 20 * 1024 * 1024;
    private const string Accepted = "a TrueType or OpenType file (.ttf, .otf) with a character map, at most 20 MiB; no collection, no WOFF";

    private static readonly WantedFile _font = new(
        "font", LargestLength, Accepted, "data:font/ttf;base64,AAEAAA…", RequestErrorCodes.InvalidFont, RequestErrorCodes.UnreachableFont);

    /// <summary>Gets and checks a font.</summary>
    /// <param name="field">The field that names it.</param>
    /// <param name="source">See <see cref="FileFetcher.Fetch"/>.</param>
    /// <param name="baseFolder">See <see cref="FileFetcher.Fetch"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is none to be had, or it is not taken.</exception>
    public async Task<ReadOnlyMemory<byte>> Get(string field, string source, string? baseFolder, CancellationToken cancellation)
    {
        return Check(field, await fetcher.Fetch(field, source, _font, baseFolder, cancellation));
    }

    /// <summary>Stores a font.</summary>
    /// <param name="font">A checked one.</param>
    /// <param name="blobs">Whose.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public static Task<BlobRef> Store(ReadOnlyMemory<byte> font, TenantBlobs blobs, CancellationToken cancellation) =>
        blobs.Put(font, "font/sfnt", cancellation);

    /// <summary>Checks bytes.</summary>
    /// <param name="field">The field that holds them.</param>
    /// <param name="bytes">All of the file.</param>
    /// <returns>The same bytes.</returns>
    /// <exception cref="RequestException">They are no font that is taken.</exception>
    public static ReadOnlyMemory<byte> Check(string field, ReadOnlyMemory<byte> bytes) => SfntStructure.Fault(bytes.Span) is not { } fault
        ? bytes
        : throw new RequestException(new RequestError(field, $"{field} {fault}; accepted is {Accepted}.", RequestErrorCodes.InvalidFont));
}
