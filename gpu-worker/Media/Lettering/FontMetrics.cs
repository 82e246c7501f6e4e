using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Lettering;

/// <summary>
/// How wide letters are, read from the font file (OpenType 1.9: head, OS/2, hhea, hmtx, cmap). Needed before libass draws: lines
/// are broken, and buttons are drawn round their words. Without the font, widths are estimated.
/// </summary>
internal sealed class FontMetrics
{
    private static readonly ConcurrentDictionary<Typeface, Task<FontMetrics>> _known = new();

    private readonly Dictionary<int, double> _advances;

    private FontMetrics(double ascent, double descent, double capHeight, Dictionary<int, double> advances) =>
        (LineHeight, Descent, CapHeight, _advances) = (ascent + descent, descent, capHeight, advances);

    /// <summary>Height in ems of the line box by which libass measures a font size.</summary>
    public double LineHeight { get; }

    /// <summary>How far the line box reaches below the base line, in ems.</summary>
    public double Descent { get; }

    /// <summary>Height of a capital letter in ems.</summary>
    public double CapHeight { get; }

    private static FontMetrics Estimated => new(0.97, 0.24, 0.73, []);

    public static Task<FontMetrics> Of(Typeface face) => _known.GetOrAdd(face, Load);

    /// <summary>Whether the font was found.</summary>
    public bool Found => _advances.Count > 0;

    /// <summary>Whether the font draws the character itself.</summary>
    public bool Has(int codePoint) => _advances.ContainsKey(codePoint);

    /// <summary>Width in ems.</summary>
    public double Width(string text) => text.EnumerateRunes().Sum(rune =>
        _advances.TryGetValue(rune.Value, out var advance) ? advance : rune.Value >= 0x1100 ? 1.0 : 0.58);

    private static async Task<FontMetrics> Load(Typeface face)
    {
        // fontconfig's own scale of weights: 80 regular, 100 medium, 180 semi-bold, 200 bold.
        var weight = face.Weight switch { >= 700 => 200, >= 600 => 180, >= 500 => 100, _ => 80 };
        string[] found;
        try
        {
            await using var process = MediaProcess.Start("fc-match", ["-f", "%{family}|%{index}|%{file}", $"{face.Family}:weight={weight}"]);
            found = System.Text.Encoding.UTF8.GetString(await process.ReadToEnd(CancellationToken.None).ConfigureAwait(false)).Split('|');
        }
        catch (FfmpegException)
        {
            return Estimated;
        }

        return found.Length == 3 && found[0].Contains(face.Family, StringComparison.OrdinalIgnoreCase)
            ? Parse(await File.ReadAllBytesAsync(found[2]).ConfigureAwait(false), int.Parse(found[1], CultureInfo.InvariantCulture))
            : Estimated;
    }

    private static FontMetrics Parse(byte[] file, int index)
    {
        var start = file.AsSpan(0, 4).SequenceEqual("ttcf"u8) ? (int)U32(file, 12 + 4 * (index & 0xffff)) : 0;
        var tables = Enumerable.Range(0, U16(file, start + 4)).Select(i => start + 12 + 16 * i)
            .ToDictionary(at => System.Text.Encoding.ASCII.GetString(file, at, 4), at => (int)U32(file, at + 8));
        double em = U16(file, tables["head"] + 18);
        var os2 = tables["OS/2"];
        var capHeight = U16(file, os2) >= 2 ? (short)U16(file, os2 + 88) / em : 0.72;
        var longMetrics = U16(file, tables["hhea"] + 34);
        double Advance(int glyph) => U16(file, tables["hmtx"] + 4 * Math.Min(glyph, longMetrics - 1)) / em;
        return new FontMetrics(
            U16(file, os2 + 74) / em,
            U16(file, os2 + 76) / em,
            capHeight,
            CharacterMap.Read(file, tables["cmap"]).ToDictionary(pair => pair.Key, pair => Advance(pair.Value)));
    }

    private static ushort U16(byte[] file, int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private static uint U32(byte[] file, int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
}
