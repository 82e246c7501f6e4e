using System.Xml;
using SoraFunctions.Provenance.Bmff;

namespace SoraFunctions.Provenance.Labels;

/// <summary>Finds AIGC labels in XMP packets of videos and pictures, where some platforms put them (TC260 namespace).</summary>
internal static class XmpReader
{
    /// <summary>Of the label's key.</summary>
    public const string Namespace = "http://www.tc260.org.cn/ns/AIGC/1.0/";
    /// <summary>Most bytes of a packet that is read.</summary>
    public const int LargestPacket = 4 << 20;
    private static readonly byte[] UserType = Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC");

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestPacket,
    };

    /// <exception cref="InvalidDataException">A packet is too large or not XML.</exception>
    public static IReadOnlyList<string> Read(Stream file, IReadOnlyList<BmffBox> topLevel) =>
        [.. topLevel.Where(box => box.UserType.Span.SequenceEqual(UserType)).SelectMany(box => Read(file, box))];

    private static List<string> Read(Stream file, BmffBox box)
    {
        if (box.Size > LargestPacket)
            throw new InvalidDataException($"The XMP packet holds {box.Size} bytes; at most {LargestPacket} are read.");
        var start = box.HeaderSize + UserType.Length;
        var packet = new byte[box.Size - start];
        file.Position = box.Offset + start;
        file.ReadExactly(packet);
        return Labels(packet);
    }

    /// <summary>The labels in a packet.</summary>
    /// <exception cref="InvalidDataException">It is not XML.</exception>
    public static List<string> Labels(ReadOnlyMemory<byte> packet)
    {
        var labels = new List<string>();
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(packet.ToArray()), Settings);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.GetAttribute(AigcLabel.MetadataKey, Namespace) is { } attribute)
                    labels.Add(attribute);
                if (xml.LocalName == AigcLabel.MetadataKey && xml.NamespaceURI == Namespace && xml.Read() && xml.HasValue)
                    labels.Add(xml.Value);
            }
        }
        catch (XmlException error)
        {
            throw new InvalidDataException($"The XMP packet is not XML: {error.Message}", error);
        }
        return labels;
    }
}
