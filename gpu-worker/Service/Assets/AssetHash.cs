using System.Security.Cryptography;

namespace SoraFunctions.Service.Assets;

/// <summary>The name of an asset: SHA-256 as 64 lower-case hex digits.</summary>
internal static class AssetHash
{
    /// <summary>Fails with <see cref="InvalidDataException"/> unless the text is a hash, so that it is safe in a path.</summary>
    public static void Check(string sha256)
    {
        if (sha256.Length != 64 || sha256.AsSpan().ContainsAnyExcept("0123456789abcdef"))
        {
            throw new InvalidDataException($"sha256 must be 64 lower-case hex digits, not '{sha256}'");
        }
    }

    /// <summary>The hash of a file.</summary>
    public static async Task<string> Of(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
