using System.Buffers.Binary;
using System.Text;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Lettering;

/// <summary>
/// The pictures of emoji in Noto Color Emoji (OpenType 1.9: CBLC and CBDT, with the ligatures of GSUB for flags, skin and families).
/// libass draws outlines alone, so that they are laid over instead.
/// </summary>
internal sealed class EmojiFont
{
    private static readonly Lazy<Task<EmojiFont?>> _installed = new(Load);

    private readonly byte[] _file;
    private readonly Dictionary<string, int> _tables;
    private readonly Dictionary<int, int> _glyphs;
    private readonly ILookup<int, (int[] Others, int Glyph)> _ligatures;

    private EmojiFont(byte[] file)
    {
        _file = file;
        _tables = Enumerable.Range(0, U16(4)).Select(i => 12 + 16 * i).ToDictionary(at => Encoding.ASCII.GetString(file, at, 4), at => U32(at + 8));
        _glyphs = CharacterMap.Read(file, _tables["cmap"]);
        _ligatures = Ligatures().ToLookup(ligature => ligature.First, ligature => (ligature.Others, ligature.Glyph));
    }

    /// <summary>The installed one; null when there is none.</summary>
    public static Task<EmojiFont?> Installed => _installed.Value;

    /// <summary>The PNG file of an emoji; null when the font has none.</summary>
    public byte[]? Picture(string cluster)
    {
        var glyphs = cluster.EnumerateRunes().Where(rune => rune.Value != 0xfe0f).Select(rune => _glyphs.GetValueOrDefault(rune.Value)).ToArray();
        if (glyphs.Length == 0)
            return null;
        var whole = _ligatures[glyphs[0]].Where(ligature => glyphs.AsSpan(1).StartsWith(ligature.Others)).OrderByDescending(ligature => ligature.Others.Length).FirstOrDefault();
        return Bitmap(whole.Others is null ? glyphs[0] : whole.Glyph);
    }

    private static async Task<EmojiFont?> Load()
    {
        try
        {
            await using var process = MediaProcess.Start("fc-match", ["-f", "%{family}|%{file}", "Noto Color Emoji"]);
            var found = Encoding.UTF8.GetString(await process.ReadToEnd(CancellationToken.None).ConfigureAwait(false)).Split('|');
            var file = found.Length == 2 && found[0].Contains("Noto Color Emoji", StringComparison.Ordinal) ? await File.ReadAllBytesAsync(found[1]).ConfigureAwait(false) : [];
            return file.Length == 0 || file.AsSpan().IndexOf("CBDT"u8) is < 0 or > 1000 ? null : new EmojiFont(file);
        }
        catch (FfmpegException)
        {
            return null;
        }
    }

    private byte[]? Bitmap(int glyph)
    {
        var (index, data) = (_tables["CBLC"], _tables["CBDT"]);
        var array = index + U32(index + 8);
        for (var i = 0; i < U32(index + 16); i++)
        {
            var entry = array + 8 * i;
            if (glyph < U16(entry) || glyph > U16(entry + 2))
                continue;
            var table = array + U32(entry + 4);
            var number = glyph - U16(entry);
            var at = data + U32(table + 4) + U16(table) switch
            {
                1 => U32(table + 8 + 4 * number),
                2 => U32(table + 8) * number,
                3 => U16(table + 8 + 2 * number),
                _ => -1,
            };
            var metrics = U16(table + 2) switch { 17 => 5, 18 => 8, 19 => 0, _ => -1 };
            return metrics < 0 || at < data ? null : _file.AsSpan(at + metrics + 4, U32(at + metrics)).ToArray();
        }

        return null;
    }

    private IEnumerable<(int First, int[] Others, int Glyph)> Ligatures()
    {
        const int ligature = 4, extension = 7;
        var lookups = _tables["GSUB"] + U16(_tables["GSUB"] + 8);
        for (var l = 0; l < U16(lookups); l++)
        {
            var lookup = lookups + U16(lookups + 2 + 2 * l);
            for (var s = 0; s < U16(lookup + 4); s++)
            {
                var (type, table) = (U16(lookup), lookup + U16(lookup + 6 + 2 * s));
                if (type == extension)
                    (type, table) = (U16(table + 2), table + U32(table + 4));
                if (type != ligature)
                    continue;
                foreach (var (first, k) in Covered(table + U16(table + 2)).Select((first, k) => (first, k)))
                {
                    var set = table + U16(table + 6 + 2 * k);
                    for (var i = 0; i < U16(set); i++)
                    {
                        var one = set + U16(set + 2 + 2 * i);
                        yield return (first, [.. Enumerable.Range(0, U16(one + 2) - 1).Select(c => U16(one + 4 + 2 * c))], U16(one));
                    }
                }
            }
        }
    }

    private IEnumerable<int> Covered(int table) => U16(table) == 1
        ? Enumerable.Range(0, U16(table + 2)).Select(i => U16(table + 4 + 2 * i))
        : Enumerable.Range(0, U16(table + 2)).Select(i => table + 4 + 6 * i).SelectMany(range => Enumerable.Range(U16(range), U16(range + 2) - U16(range) + 1));

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private int U32(int at) => checked((int)BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at)));
}
