using Azure.Storage.Blobs;
using Azure.Storage.Sas;

namespace SoraFunctions.Azure.Blobs;

/// <summary>
/// Signs links with a user delegation key (a shared access signature under the identity, no account key). They read, over https, and end.
/// </summary>
/// <param name="keys">Where the key comes from.</param>
/// <param name="accountName">The storage account.</param>
/// <param name="time">The clock.</param>
internal sealed class LinkSigner(DelegationKeys keys, string accountName, TimeProvider time)
{
    /// <summary>A link works from a little before now: clocks differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(15);

    /// <summary>Longest life of a link: a day less than its key's.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(6);

    /// <summary>A link to a blob.</summary>
    /// <param name="blob">To what.</param>
    /// <param name="container">Its container's name.</param>
    /// <param name="path">Its name in there.</param>
    /// <param name="lifetime">How long it works, up to <see cref="LongestLife"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not above zero, or too long.</exception>
    public async Task<Uri> Sign(
        BlobClient blob, string container, string path, TimeSpan lifetime, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, LongestLife);
        var now = time.GetUtcNow();
        var sas = new BlobSasBuilder(BlobSasPermissions.Read, now + lifetime)
        {
            BlobContainerName = container,
            BlobName = path,
            Resource = "b",
            StartsOn = now - ClockSkew,
            Protocol = SasProtocol.Https,
        };
        var key = await keys.LastingUntil(now + lifetime, cancellation);
        return new BlobUriBuilder(blob.Uri) { Sas = sas.ToSasQueryParameters(key, accountName) }.ToUri();
    }
}
