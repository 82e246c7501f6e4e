using Azure.Core;
using Azure.Identity;

namespace SoraFunctions.Service.Stores;

/// <summary>Where the shared store is, in one setting.</summary>
internal static class StoreAddress
{
    /// <summary>
    /// Opens a store. Fails with <see cref="InvalidDataException"/> when the address is none. The credential is asked for by what has no
    /// signature in its address.
    /// </summary>
    /// <param name="address">
    /// The address of a blob container, with a shared access signature or without (then the identity of the machine is shown); or a
    /// folder.
    /// </param>
    /// <param name="credential">The identity; null for the machine's.</param>
    public static IStore Open(string address, TokenCredential? credential = null)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.IsFile)
        {
            return new FolderStore(uri?.LocalPath ?? address);
        }

        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        {
            throw new InvalidDataException($"SORA_WORKER_STORE must be a folder or the https address of a blob container, not '{uri.GetLeftPart(UriPartial.Path)}'");
        }

        return new BlobStore(uri, uri.Query.Contains("sig=", StringComparison.Ordinal) ? null : credential ?? new DefaultAzureCredential());
    }
}
