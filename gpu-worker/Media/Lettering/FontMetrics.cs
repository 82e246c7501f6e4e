using System.Collections.Concurrent;
using System.Globalization;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Lettering;

/// <summary>
/// How wide letters are. Needed before libass draws: lines are broken, and buttons are drawn round their words. Without the font,
/// widths are estimated.
/// </summary>
internal sealed class FontMetrics
{
    private static readonly ConcurrentDictionary<Typeface, Task<FontMetrics>> _known = new();

    private readonly IReadOnlyDictionary<int, double> _advances;
    private readonly FontMetrics? _companion;

    private FontMetrics(FontFile? file, FontMetrics? companion)
    {
        _advances = file?.Advances ?? new Dictionary<int, double>();
        _companion = companion;
        (LineHeight, Descent, CapHeight) = file is null ? (0.97, 0.24, 0.73) : (file.Ascent + file.Descent, file.Descent, file.CapHeight);
        // A script without capitals says whatever it likes of them.
        if (file is not null && !Has('H') && companion is not null)
            CapHeight = companion.CapHeight;
    }

    /// <summary>Height in ems of the line box by which libass measures a font size.</summary>
    public double LineHeight { get; }

    /// <summary>How far the line box reaches below the base line, in ems.</summary>
    public double Descent { get; }

    /// <summary>Height of a capital letter in ems.</summary>
    public double CapHeight { get; }

    /// <summary>Metrics of an installed face.</summary>
    public static Task<FontMetrics> Of(Typeface face) => _known.GetOrAdd(face, Load);

    /// <summary>Metrics of a file; letters that it lacks are those of another face.</summary>
    public static FontMetrics Of(FontFile file, FontMetrics? companion) => new(file, companion);

    /// <summary>Whether the font was found.</summary>
    public bool Found => _advances.Count > 0;

    /// <summary>Whether the font draws the character itself.</summary>
    public bool Has(int codePoint) => _advances.ContainsKey(codePoint);

    /// <summary>Width in ems.</summary>
    public double Width(string text) => ArabicForms.Joined(text).EnumerateRunes().Sum(rune => Width(rune.Value));

    private double Width(int codePoint) =>
        _advances.TryGetValue(codePoint, out var advance) ? advance
        : _companion is not null ? _companion.Width(codePoint)
        : codePoint is 0x200c or 0x200d or 0x200e or 0x200f or 0x2060 or >= 0xfe00 and <= 0xfe0f ? 0
        : codePoint >= 0x1100 ? 1.0 : 0.58;

    private static async Task<FontMetrics> Load(Typeface face)
    {
        // fontconfig's own scale of weights: 80 regular, 100 medium, 180 semi-bold, 200 bold, 205 extra-bold.
        var weight = face.Weight switch { >= 800 => 205, >= 700 => 200, >= 600 => 180, >= 500 => 100, _ => 80 };
        string[] found;
        try
        {
            await using var process = MediaProcess.Start("fc-match", ["-f", "%{family}|%{index}|%{file}", $"{face.Family}:weight={weight}"]);
            found = System.Text.Encoding.UTF8.GetString(await process.ReadToEnd(CancellationToken.None).ConfigureAwait(false)).Split('|');
        }
        catch (FfmpegException)
        {
            return new FontMetrics(null, null);
        }

        if (found.Length != 3 || !found[0].Contains(face.Family, StringComparison.OrdinalIgnoreCase))
            return new FontMetrics(null, null);
        var file = FontFile.Read(await File.ReadAllBytesAsync(found[2]).ConfigureAwait(false), int.Parse(found[1], CultureInfo.InvariantCulture));
        // Faces of one script have few Latin letters or none.
        return new FontMetrics(file, face.Family.StartsWith("Noto", StringComparison.Ordinal) ? await Of(Typeface.Companion(face.Weight)).ConfigureAwait(false) : null);
    }
}
