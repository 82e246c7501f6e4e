using System.Buffers.Binary;

namespace SoraFunctions.Pipeline.Fonts;

/// <summary>Tells from bytes alone whether they are a font that words can be set in (ISO/IEC 14496-22, Open Font Format, 4.5).</summary>
internal static class SfntStructure
{
    private const uint TrueType = 0x00010000;
    private const uint Apple = 0x74727565;
    private const uint OpenType = 0x4F54544F;
    private const int HeaderLength = 12;
    private const int RecordLength = 16;

    private static readonly string[] _needed = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2"];
    private static readonly string[] _outlines = ["glyf", "CFF ", "CFF2"];

    /// <summary>What is wrong with a file; null when nothing is.</summary>
    public static string? Fault(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32BigEndian(file) is not (TrueType or Apple or OpenType))
        {
            return "is no TrueType or OpenType file";
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(file[4..]);
        if (HeaderLength + (count * RecordLength) > file.Length)
        {
            return "is cut off or broken: its table directory is longer than the file";
        }

        var names = new HashSet<string>();
        for (var i = 0; i < count; i++)
        {
            var record = file[(HeaderLength + (i * RecordLength))..];
            if (BinaryPrimitives.ReadUInt32BigEndian(record[8..]) + (long)BinaryPrimitives.ReadUInt32BigEndian(record[12..]) > file.Length)
            {
                return "is cut off or broken: a table lies outside of the file";
            }

            names.Add(System.Text.Encoding.ASCII.GetString(record[..4]));
        }

        return Array.Find(_needed, name => !names.Contains(name)) is { } missing ? $"lacks the table '{missing}'"
            : Array.Exists(_outlines, names.Contains) ? null
            : "has no outlines (glyf or CFF)";
    }
}
