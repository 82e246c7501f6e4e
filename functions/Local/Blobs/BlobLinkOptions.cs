namespace SoraFunctions.Local.Blobs;

/// <summary>What a store needs in order to give out links.</summary>
/// <param name="BaseUrl">Where the world reaches this server, such as <c>https://video.example</c>.</param>
/// <param name="Secret">Signs the links; 32 bytes or more.</param>
internal sealed record BlobLinkOptions(Uri BaseUrl, byte[] Secret);
