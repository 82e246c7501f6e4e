using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Provenance.Jumbf;

/// <summary>Writes JUMBF boxes (ISO 19566-5): 32-bit sizes, requestable and labelled, no salt.</summary>
internal static class JumbfWriter
{
    private const byte RequestableAndLabelled = 0x03;

    public static byte[] SuperBox(ReadOnlySpan<byte> typeUuid, string label, params IReadOnlyList<ReadOnlyMemory<byte>> contents)
    {
        byte[] description = [.. typeUuid, RequestableAndLabelled, .. Encoding.UTF8.GetBytes(label), 0];
        return Box("jumb", [Box("jumd", description), .. contents]);
    }

    public static byte[] Box(string type, params IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var size = 8 + parts.Sum(part => part.Length);
        var box = new byte[size];
        BinaryPrimitives.WriteInt32BigEndian(box, size);
        Encoding.Latin1.GetBytes(type, box.AsSpan(4));
        var at = 8;
        foreach (var part in parts)
        {
            part.Span.CopyTo(box.AsSpan(at));
            at += part.Length;
        }
        return box;
    }

    /// <summary>The embedded-file form: media type without a file name, then the file.</summary>
    public static byte[] EmbeddedFile(string label, string mediaType, ReadOnlyMemory<byte> content)
    {
        byte[] description = [0, .. Encoding.ASCII.GetBytes(mediaType), 0];
        return SuperBox(JumbfType.EmbeddedFile, label, Box("bfdb", description), Box("bidb", content));
    }
}
