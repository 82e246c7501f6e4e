using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;
using SoraFunctions.Provenance.Carriers;

namespace SoraFunctions.Provenance.Labels;

/// <summary>
/// Puts the implicit label and the digital source type into a picture's metadata: an XMP packet in JPEG, PNG, WebP and GIF, as platforms and search engines
/// read it (TC260 and IPTC Extension namespaces). To be done before a manifest is put in.
/// </summary>
public static class PictureLabel
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Iptc = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private const int XmpFlag = 0x04;
    private const int LargestSegment = 65_533;

    /// <summary>A picture with its label; null for a format that is left as it is.</summary>
    /// <param name="picture">The whole file, without XMP.</param>
    /// <param name="label">The label.</param>
    /// <param name="digitalSourceType">IPTC address.</param>
    public static byte[]? Write(ReadOnlySpan<byte> picture, AigcLabel label, string digitalSourceType)
    {
        var packet = Packet(label, digitalSourceType);
        return picture.StartsWith<byte>([0xFF, 0xD8]) ? InJpeg(picture, packet)
            : picture.StartsWith(PngCarrier.Signature) ? InPng(picture, packet)
            : picture.StartsWith("GIF8"u8) ? InGif(picture, packet)
            : picture.Length > 30 && picture.StartsWith("RIFF"u8) && picture[8..].StartsWith("WEBPVP8"u8) ? InWebp(picture, packet)
            : null;
    }

    internal static ReadOnlySpan<byte> JpegName => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <summary>Keyword of the text chunk, and that it is neither compressed nor in a language (XMP specification part 3).</summary>
    internal static ReadOnlySpan<byte> PngName => "XML:com.adobe.xmp\0\0\0\0\0"u8;

    /// <summary>Name and code of the application extension (XMP specification part 3).</summary>
    internal static ReadOnlySpan<byte> GifName => "XMP DataXMP"u8;

    /// <summary>
    /// What follows the packet, which is not in blocks: a reader that takes any of its bytes for the length of a block lands in here, and from
    /// here at the end.
    /// </summary>
    internal static ReadOnlySpan<byte> GifTrailer => _gifTrailer;

    private static readonly byte[] _gifTrailer = [1, .. Enumerable.Range(0, 256).Select(i => (byte)(255 - i)), 0];

    private static byte[] Packet(AigcLabel label, string digitalSourceType)
    {
        XNamespace rdf = Rdf, aigc = XmpReader.Namespace, iptc = Iptc;
        var document = new XElement(XName.Get("xmpmeta", "adobe:ns:meta/"),
            new XAttribute(XNamespace.Xmlns + "x", "adobe:ns:meta/"),
            new XElement(rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                new XElement(rdf + "Description",
                    new XAttribute(rdf + "about", ""),
                    new XAttribute(XNamespace.Xmlns + "TC260", XmpReader.Namespace),
                    new XAttribute(XNamespace.Xmlns + "Iptc4xmpExt", Iptc),
                    new XAttribute(aigc + AigcLabel.MetadataKey, label.ToJson()),
                    new XAttribute(iptc + "DigitalSourceType", digitalSourceType))));
        return Encoding.UTF8.GetBytes(
            $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>{document.ToString(SaveOptions.DisableFormatting)}<?xpacket end=\"r\"?>");
    }

    private static byte[]? InJpeg(ReadOnlySpan<byte> picture, byte[] packet)
    {
        // JFIF wants its own segment first.
        var at = picture.Length > 6 && picture[2] == 0xFF && picture[3] == 0xE0 ? 4 + BinaryPrimitives.ReadUInt16BigEndian(picture[4..]) : 2;
        var size = 2 + JpegName.Length + packet.Length;
        if (at > picture.Length || size > LargestSegment)
            return null;
        return [.. picture[..at], 0xFF, 0xE1, (byte)(size >> 8), (byte)size, .. JpegName, .. packet, .. picture[at..]];
    }

    private static byte[]? InPng(ReadOnlySpan<byte> picture, byte[] packet)
    {
        const int at = 8 + 25;
        return picture.Length < at ? null : [.. picture[..at], .. PngCarrier.Chunk("iTXt"u8, [.. PngName, .. packet]), .. picture[at..]];
    }

    private static byte[]? InGif(ReadOnlySpan<byte> picture, byte[] packet)
    {
        const int preamble = 13;
        if (picture.Length < preamble || preamble + GifCarrier.Colours(picture[10]) is var at && at > picture.Length)
            return null;
        return [.. "GIF89a"u8, .. picture[6..at], 0x21, 0xFF, (byte)GifName.Length, .. GifName, .. packet, .. GifTrailer, .. picture[at..]];
    }

    private static byte[]? InWebp(ReadOnlySpan<byte> picture, byte[] packet)
    {
        byte[] chunk = [.. "XMP "u8, .. Little(packet.Length, 4), .. packet, .. new byte[packet.Length % 2]];
        byte[]? body = null;
        if (picture[12..].StartsWith("VP8X"u8))
        {
            body = [.. picture[12..], .. chunk];
            body[8] |= XmpFlag;
        }
        else if (Size(picture[12..]) is { } size)
        {
            body = [.. "VP8X"u8, .. Little(10, 4), XmpFlag, 0, 0, 0, .. Little(size.Width - 1, 3), .. Little(size.Height - 1, 3), .. picture[12..], .. chunk];
        }
        return body is null ? null : [.. "RIFF"u8, .. Little(body.Length + 4, 4), .. "WEBP"u8, .. body];
    }

    /// <summary>Width and height from the head of the only chunk.</summary>
    private static (int Width, int Height)? Size(ReadOnlySpan<byte> chunk)
    {
        if (chunk.StartsWith("VP8 "u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(chunk[16..]) & 0x3FFF);
        if (!chunk.StartsWith("VP8L"u8) || BinaryPrimitives.ReadUInt32LittleEndian(chunk[9..]) is var bits && (bits >> 28 & 1) != 0)
            // Transparency needs a flag of its own; films have none.
            return null;
        return ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
    }

    private static byte[] Little(int value, int bytes)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, value);
        return four[..bytes];
    }
}
