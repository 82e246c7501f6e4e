using Azure.Identity;

namespace SoraFunctions.Service.Stores;

/// <summary>Where the shared store is, in one setting.</summary>
internal static class StoreAddress
{
    /// <summary>
    /// Opens a store. Fails with <see cref="InvalidDataException"/> when the address is none.
    /// </summary>
    /// <param name="address">
    /// The address of a blob container, with a shared access signature or without (then the identity of the machine is shown); or a
    /// folder.
    /// </param>
    /// <param name="identity">Client ID of the identity among those of the machine; null for the only one.</param>
    public static IStore Open(string address, string? identity)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.IsFile)
        {
            return new FolderStore(uri?.LocalPath ?? address);
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            throw new InvalidDataException($"SORA_WORKER_STORE must be a folder or the https address of a blob container, not '{uri.GetLeftPart(UriPartial.Path)}'");
        }

        return new BlobStore(uri, uri.Query.Contains("sig=", StringComparison.Ordinal)
            ? null
            : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = identity is { Length: > 0 } ? identity : null }));
    }
}
