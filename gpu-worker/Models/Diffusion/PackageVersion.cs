using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Models.Diffusion;

/// <summary>A short name for the content of a package, which changes when its weights do.</summary>
public static class PackageVersion
{
    private const int SmallFile = 1 << 20, Block = 1 << 14, Blocks = 64;

    /// <summary>Names the content of a folder: small files are read whole, of large ones the length and evenly spread blocks.</summary>
    /// <param name="folder">The package.</param>
    /// <returns>12 lower-case hex digits.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Add(hash, Path.GetRelativePath(folder, path).Replace('\\', '/'), path);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static void Add(IncrementalHash hash, string name, string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        var head = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(head, length);
        hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
        hash.AppendData(head);
        var block = new byte[length <= SmallFile ? (int)length : Block];
        for (var i = 0L; i < (length <= SmallFile ? 1 : Blocks); i++)
        {
            var read = RandomAccess.Read(file, block, length <= SmallFile ? 0 : (length - Block) * i / (Blocks - 1));
            hash.AppendData(block, 0, read);
        }
    }
}
