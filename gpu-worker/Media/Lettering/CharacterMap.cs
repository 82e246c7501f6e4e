using System.Buffers.Binary;

namespace SoraFunctions.Media.Lettering;

/// <summary>The table that gives each character its glyph (OpenType cmap, formats 4 and 12).</summary>
internal static class CharacterMap
{
    /// <summary>Glyph numbers by code point.</summary>
    public static Dictionary<int, int> Read(ReadOnlySpan<byte> file, int table)
    {
        var glyphs = new Dictionary<int, int>();
        for (var i = 0; i < U16(file, table + 2); i++)
        {
            var at = table + (int)U32(file, table + 4 + 8 * i + 4);
            switch (U16(file, at))
            {
                case 4:
                    Segments(file, at, glyphs);
                    break;
                case 12:
                    Groups(file, at, glyphs);
                    break;
            }
        }

        return glyphs;
    }

    private static void Segments(ReadOnlySpan<byte> file, int at, Dictionary<int, int> glyphs)
    {
        var count = U16(file, at + 6) / 2;
        var (ends, starts) = (at + 14, at + 16 + 2 * count);
        var (deltas, offsets) = (starts + 2 * count, starts + 4 * count);
        for (var s = 0; s < count; s++)
        {
            var offset = U16(file, offsets + 2 * s);
            for (int c = U16(file, starts + 2 * s); c <= U16(file, ends + 2 * s) && c != 0xffff; c++)
            {
                var glyph = offset == 0 ? c : U16(file, offsets + 2 * s + offset + 2 * (c - U16(file, starts + 2 * s)));
                if (offset == 0 || glyph != 0)
                    glyph = (glyph + U16(file, deltas + 2 * s)) & 0xffff;
                if (glyph != 0)
                    glyphs.TryAdd(c, glyph);
            }
        }
    }

    private static void Groups(ReadOnlySpan<byte> file, int at, Dictionary<int, int> glyphs)
    {
        for (var g = 0; g < U32(file, at + 12); g++)
        {
            var (first, last, glyph) = (U32(file, at + 16 + 12 * g), U32(file, at + 20 + 12 * g), U32(file, at + 24 + 12 * g));
            for (var c = first; c <= last; c++)
                glyphs.TryAdd((int)c, (int)(glyph + c - first));
        }
    }

    private static ushort U16(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16BigEndian(file[at..]);

    private static uint U32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
}
