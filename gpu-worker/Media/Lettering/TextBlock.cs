using System.Globalization;

namespace SoraFunctions.Media.Lettering;

/// <summary>Words set in lines: measured, and ready to be drawn.</summary>
internal sealed class TextBlock
{
    private readonly Typeface _face;
    private readonly FontMetrics _metrics;
    private readonly double _em;
    private readonly double _spacing;

    private TextBlock(Typeface face, FontMetrics metrics, double em, double spacing, IReadOnlyList<string> lines)
    {
        (_face, _metrics, _em, _spacing, Lines) = (face, metrics, em, spacing, lines);
        Width = lines.Count == 0 ? 0 : lines.Max(LineWidth);
    }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>Width of the widest line in pixels.</summary>
    public double Width { get; }

    /// <summary>Distance of base lines in pixels.</summary>
    public double Leading => _em * (_face.Family.StartsWith("Noto", StringComparison.Ordinal) ? 1.3 : 1.18);

    /// <summary>From the top of the capitals of the first line to the base line of the last, in pixels.</summary>
    public double Height => CapHeight + (Lines.Count - 1) * Leading;

    /// <summary>Height of capitals in pixels.</summary>
    public double CapHeight => _metrics.CapHeight * _em;

    /// <summary>Sets words as large as wanted, or smaller until they fit.</summary>
    /// <param name="text">The words.</param>
    /// <param name="face">The face.</param>
    /// <param name="em">Wanted size in pixels.</param>
    /// <param name="width">Greatest width in pixels.</param>
    /// <param name="height">Greatest height in pixels.</param>
    /// <param name="spacing">Additional space after each letter, in ems.</param>
    public static async Task<TextBlock> Set(string text, Typeface face, double em, double width, double height, double spacing = 0)
    {
        var metrics = await FontMetrics.Of(face).ConfigureAwait(false);
        var clean = AssText.Clean(text);
        for (var size = em; ; size *= 0.94)
        {
            var lines = LineBreaker.Break(clean, piece => metrics.Width(piece) + spacing * piece.Length, width / size);
            var block = new TextBlock(face, metrics, size, spacing, lines);
            if (block.Width <= width && block.Height <= height || size < em * 0.35)
                return block;
        }
    }

    /// <summary>Draws the block.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="box">Where it stands: the lines are centred in it, or begin at its left.</param>
    /// <param name="centred">Whether lines are centred.</param>
    /// <param name="look">Colour tags.</param>
    /// <param name="layer">Layer.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    /// <param name="rise">Pixels that it rises while it appears.</param>
    public void Draw(AssScript script, Rect box, bool centred, string look, int layer, double from, double to, double rise)
    {
        // libass hangs a line by its line box; the capitals begin below that by the ascent less the height of capitals.
        for (var i = 0; i < Lines.Count; i++)
        {
            var start = from + i * 0.07;
            var baseline = box.Top + CapHeight + i * Leading;
            var x = centred ? box.CentreX : box.Left;
            script.Add(layer, start, to, string.Create(
                CultureInfo.InvariantCulture,
                $$"""{{{(centred ? "\\an2" : "\\an1")}}{{AssTags.Rising(x, baseline + Descent, rise, 0.32, 0.22)}}{{Font}}{{look}}}{{AssText.Escape(Lines[i])}}"""));
        }
    }

    /// <summary>Draws the block at rest, without any fading.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="box">Where it stands.</param>
    /// <param name="look">Colour tags.</param>
    /// <param name="layer">Layer.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    public void DrawStill(AssScript script, Rect box, string look, int layer, double from, double to) =>
        script.Add(layer, from, to, $$"""{\an1{{AssTags.At(box.Left, box.Top + CapHeight + Descent)}}{{Font}}{{look}}}{{AssText.Escape(string.Join(' ', Lines))}}""");

    private double Descent => _metrics.Descent * _em;

    private string Font => string.Create(
        CultureInfo.InvariantCulture,
        $"\\fn{_face.Family}\\b{_face.Weight}\\fs{_em * _metrics.LineHeight:0.##}\\fsp{_spacing * _em:0.##}");

    private double LineWidth(string line) => (_metrics.Width(line) + _spacing * line.Length) * _em;
}
