using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Media.Lettering;

/// <summary>What a font file says of itself (OpenType 1.9: head, hhea, hmtx, OS/2, name, cmap). Lengths are in ems.</summary>
internal sealed class FontFile
{
    private FontFile()
    {
    }

    /// <summary>Name of its family.</summary>
    public required string Family { get; init; }

    /// <summary>400 regular, 700 bold.</summary>
    public required int Weight { get; init; }

    /// <summary>Top of the line box over the base line.</summary>
    public required double Ascent { get; init; }

    /// <summary>How far the line box reaches below the base line.</summary>
    public required double Descent { get; init; }

    /// <summary>Height of a capital letter.</summary>
    public required double CapHeight { get; init; }

    /// <summary>Width of each character that it draws.</summary>
    public required IReadOnlyDictionary<int, double> Advances { get; init; }

    /// <summary>Reads a file. Fails with <see cref="InvalidDataException"/> when it is damaged.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="index">Which font of a collection.</param>
    public static FontFile Read(byte[] file, int index = 0)
    {
        try
        {
            return Parse(file, index);
        }
        catch (Exception problem) when (problem is ArgumentException or IndexOutOfRangeException or KeyNotFoundException or OverflowException)
        {
            throw new InvalidDataException("The font is damaged.", problem);
        }
    }

    private static FontFile Parse(byte[] file, int index)
    {
        var start = file.AsSpan(0, 4).SequenceEqual("ttcf"u8) ? (int)U32(file, 12 + 4 * (index & 0xffff)) : 0;
        var tables = Enumerable.Range(0, U16(file, start + 4)).Select(i => start + 12 + 16 * i)
            .ToDictionary(at => Encoding.ASCII.GetString(file, at, 4), at => checked((int)U32(file, at + 8)));
        double em = U16(file, tables["head"] + 18);
        var os2 = tables["OS/2"];
        var longMetrics = U16(file, tables["hhea"] + 34);
        double Advance(int glyph) => U16(file, tables["hmtx"] + 4 * Math.Min(glyph, longMetrics - 1)) / em;
        var capHeight = U16(file, os2) >= 2 ? (short)U16(file, os2 + 88) / em : 0;
        return new FontFile
        {
            Family = NameOf(file, tables["name"]),
            Weight = U16(file, os2 + 4),
            Ascent = U16(file, os2 + 74) / em,
            Descent = U16(file, os2 + 76) / em,
            // Faces without capitals say nothing, or zero.
            CapHeight = capHeight > 0.3 ? capHeight : 0.72,
            Advances = CharacterMap.Read(file, tables["cmap"]).ToDictionary(pair => pair.Key, pair => Advance(pair.Value)),
        };
    }

    /// <summary>The family (name 1) as Windows and libass know it.</summary>
    private static string NameOf(byte[] file, int table)
    {
        var (count, strings) = (U16(file, table + 2), table + U16(file, table + 4));
        var names = Enumerable.Range(0, count).Select(i => table + 6 + 12 * i).Where(at => U16(file, at + 6) == 1).ToList();
        string Text(int at, Encoding encoding) => encoding.GetString(file, strings + U16(file, at + 10), U16(file, at + 8));
        return names.Where(at => U16(file, at) == 3).OrderByDescending(at => U16(file, at + 4) == 0x409).Select(at => Text(at, Encoding.BigEndianUnicode))
            .Concat(names.Where(at => U16(file, at) == 1).Select(at => Text(at, Encoding.Latin1)))
            .First(name => name.Length > 0);
    }

    private static ushort U16(byte[] file, int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private static uint U32(byte[] file, int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
}
