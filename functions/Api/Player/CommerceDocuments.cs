using Microsoft.Extensions.Caching.Memory;
using SoraFunctions.Commerce;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Player;

/// <summary>What files <c>commerce.json</c> say. Such a file is called by its content, so what was read once holds, and is kept for a while where there is room.</summary>
/// <param name="blobs">Where files lie.</param>
internal sealed class CommerceDocuments(IBlobStore blobs) : IDisposable
{
    /// <summary>At about 4 KB each.</summary>
    private const int MostKept = 5_000;

    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>Reads one.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async ValueTask<CommerceDocument> Read(string tenant, VideoFileRow file, CancellationToken cancellation)
    {
        if (_known.TryGetValue(file.Path, out CommerceDocument? known) && known is not null)
        {
            return known;
        }

        var read = await new TenantBlobs(blobs, tenant).GetJson(
            new BlobRef(file.Path, file.Sha256, file.Length, file.MediaType), CommerceJson.Default.CommerceDocument, cancellation);
        return _known.Set(file.Path, read, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = _kept });
    }

    /// <inheritdoc/>
    public void Dispose() => _known.Dispose();
}
