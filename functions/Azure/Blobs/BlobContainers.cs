using Azure.Storage.Blobs;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Azure.Blobs;

/// <summary>Where blobs lie: manifests in a container of their own, which may be immutable, all else in the other.</summary>
/// <param name="Main">Everything but manifests.</param>
/// <param name="Manifests">Blobs at <c>tenants/{tenant}/manifests/…</c>.</param>
internal sealed record BlobContainers(BlobContainerClient Main, BlobContainerClient Manifests)
{
    private const string ManifestSegment = "manifests";

    /// <summary>The blob at a path.</summary>
    /// <exception cref="ArgumentException">The path is not acceptable; says why.</exception>
    public BlobClient Blob(string path) => For(path).GetBlobClient(path);

    /// <summary>Name of the container that a path lies in.</summary>
    /// <exception cref="ArgumentException">The path is not acceptable; says why.</exception>
    public string NameFor(string path) => For(path).Name;

    private BlobContainerClient For(string path) => BlobPath.Check(path).Split('/', 4)[2] == ManifestSegment ? Manifests : Main;
}
