using System.IO.Compression;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Jumbf;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>A manifest that is stored compressed by Brotli (C2PA 2.2 section 11.2.3).</summary>
internal static class CompressedManifest
{
    /// <summary>The manifest in it. Whoever refers to it hashed it as it is stored.</summary>
    /// <param name="packed">The box of a compressed manifest.</param>
    /// <param name="bytes">How many bytes may still be unpacked.</param>
    /// <param name="boxes">How many boxes may still be read.</param>
    /// <exception cref="InvalidDataException">It cannot be unpacked, is too large, or holds something else.</exception>
    public static SuperBox Open(SuperBox packed, ref int bytes, ref int boxes)
    {
        if (packed.Children.Count > 0 || packed.Contents is not [{ Type: "brob" } content])
            throw new InvalidDataException("A compressed manifest does not hold just one Brotli box.");
        var unpacked = Unpacked(content.Payload, bytes);
        bytes -= unpacked.Length;
        var manifest = JumbfReader.Read(unpacked, ref boxes);
        if (manifest.Label != packed.Label || !manifest.Is(JumbfType.Manifest) && !manifest.Is(JumbfType.UpdateManifest))
            throw new InvalidDataException("A compressed manifest holds something else than the manifest of its label.");
        return manifest with { Raw = packed.Raw, Payload = packed.Payload };
    }

    private static byte[] Unpacked(ReadOnlyMemory<byte> bytes, int most)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var buffer = new byte[1 << 14];
        try
        {
            for (int got; (got = brotli.Read(buffer)) > 0;)
            {
                if (unpacked.Length + got > most)
                    throw new InvalidDataException($"A compressed manifest unpacks to more than {C2paBox.MaxSize} bytes, alone or with others.");
                unpacked.Write(buffer, 0, got);
            }
            return unpacked.ToArray();
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidDataException("A compressed manifest is not Brotli.", error);
        }
    }
}
