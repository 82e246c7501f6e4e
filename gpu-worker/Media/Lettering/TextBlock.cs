using System.Globalization;
using System.Text;

namespace SoraFunctions.Media.Lettering;

/// <summary>Words set in lines: measured, and ready to be drawn.</summary>
internal sealed class TextBlock
{
    // As wide as an emoji is drawn; no letter, so that nothing is written in its place.
    private const string Gap = "\u2003";
    private const double GapWidth = 1;
    private const double SmallerAtMost = 0.8;

    private readonly Face _face;
    private readonly double _em;
    private readonly double _spacing;

    private TextBlock(Face face, double em, double spacing, IReadOnlyList<string> lines, bool rightToLeft)
    {
        (_face, _em, _spacing, Lines, RightToLeft) = (face, em, spacing, lines, rightToLeft);
        Width = lines.Count == 0 ? 0 : lines.Max(LineWidth);
    }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>Whether the words run from right to left.</summary>
    public bool RightToLeft { get; }

    /// <summary>How much speaks against the ends of its lines: about 0 is good, 0.5 is not.</summary>
    public double Against { get; private init; }

    /// <summary>Size of the letters in pixels.</summary>
    public double Em => _em;

    /// <summary>Width of the widest line in pixels.</summary>
    public double Width { get; }

    /// <summary>Distance of base lines in pixels.</summary>
    public double Leading => _em * _face.Leading;

    /// <summary>From the top of the capitals of the first line to the base line of the last, in pixels.</summary>
    public double Height => CapHeight + (Lines.Count - 1) * Leading;

    /// <summary>Height of capitals in pixels.</summary>
    public double CapHeight => _face.Metrics.CapHeight * _em;

    /// <summary>Sets words as large as wanted, or smaller until they fit.</summary>
    /// <param name="text">The words.</param>
    /// <param name="face">The face.</param>
    /// <param name="em">Wanted size in pixels.</param>
    /// <param name="width">Greatest width in pixels.</param>
    /// <param name="height">Greatest height in pixels.</param>
    /// <param name="spacing">Additional space after each letter, in ems.</param>
    /// <param name="least">Size, as a part of the wanted one, below which it is not made smaller.</param>
    public static TextBlock Set(string text, Face face, double em, double width, double height, double spacing = 0, double least = 0.35)
    {
        var clean = AssText.Clean(text);
        // Letters that join, or stand over each other, are not spaced out.
        spacing = WritingSystems.FamilyOf(clean) is null ? spacing : 0;
        var rightToLeft = WritingSystems.IsRightToLeft(clean);
        TextBlock Sized(double size, out double against)
        {
            var (lines, ends) = LineBreaker.Weigh(clean, piece => WidthInEms(piece, face, spacing), width / size, 0);
            against = ends;
            return new TextBlock(face, size, spacing, lines, rightToLeft) { Against = ends };
        }

        for (var size = em; ; size *= 0.96)
        {
            var block = Sized(size, out var against);
            if ((block.Width > width || block.Height > height) && size * 0.96 >= em * least)
                continue;
            // A little smaller where that ends the lines better, or saves a last line of one word.
            for (var smaller = size * 0.96; smaller >= Math.Max(SmallerAtMost * size, em * least) && against > 0.2; smaller *= 0.96)
            {
                var other = Sized(smaller, out var ends);
                if (ends + 2.5 * (1 - smaller / size) < against)
                    (block, against) = (other, ends + 2.5 * (1 - smaller / size));
            }

            return block;
        }
    }

    /// <summary>Draws the block.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="box">Where it stands.</param>
    /// <param name="align">Where the lines stand in it.</param>
    /// <param name="paint">What it is drawn in.</param>
    /// <param name="layer">Layer.</param>
    /// <param name="motion">How it comes and goes.</param>
    /// <param name="stagger">Seconds by which each line comes after the one above.</param>
    /// <param name="uncovered">Whether each line slides out from behind its own lower edge.</param>
    public void Draw(AssScript script, Rect box, Align align, Paint paint, int layer, Motion motion, double stagger = 0.07, bool uncovered = false)
    {
        Lay(script, box, align, paint, motion);
        for (var i = 0; i < Lines.Count; i++)
        {
            var (x, y, letters) = (X(box, align), Baseline(box, i), Letters(i));
            var window = new Rect(box.Left - _em, y - CapHeight - 0.34 * _em, box.Width + 2 * _em, CapHeight + 0.34 * _em + 1.15 * Descent);
            script.Play(layer, motion.Later(i * stagger), pose =>
            {
                var drop = uncovered ? (1 - pose.Reach) * window.Height : pose.Shift;
                return Tags(box, align, x, y + drop, paint, pose, uncovered && pose.Reach < 1 ? AssTags.Within(window) : "") + letters;
            });
        }
    }

    /// <summary>Draws the block at rest, without any fading.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="box">Where it stands.</param>
    /// <param name="paint">What it is drawn in.</param>
    /// <param name="layer">Layer.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    public void DrawStill(AssScript script, Rect box, Paint paint, int layer, double from, double to) =>
        Draw(script, box, Align.Centre, paint, layer, Motion.Still(from, to), 0);

    /// <summary>Draws the block, its characters in inks that change.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="box">Where it stands.</param>
    /// <param name="align">Where the lines stand in it.</param>
    /// <param name="paint">What it is drawn in otherwise.</param>
    /// <param name="layer">Layer.</param>
    /// <param name="motion">How it comes and goes.</param>
    /// <param name="inkOf">The ink of the character of that number, not counting spaces, at a time.</param>
    public void DrawLit(AssScript script, Rect box, Align align, Paint paint, int layer, Motion motion, Func<int, double, Ink> inkOf)
    {
        Lay(script, box, align, paint, motion);
        var first = 0;
        for (var i = 0; i < Lines.Count; i++)
        {
            var (line, start, y) = (i, first, Baseline(box, i));
            script.Play(layer, motion.From, motion.To, time =>
            {
                var pose = motion.At(time);
                return pose.Opacity < 0.004 ? "" : Tags(box, align, X(box, align), y + pose.Shift, paint, pose, "") + Lit(line, start, k => inkOf(k, time));
            });
            first += Lines[i].Count(c => c != ' ');
        }
    }

    // Shadows are of letters alone.
    private void Lay(AssScript script, Rect box, Align align, Paint paint, Motion motion)
    {
        if (paint.Blur > 0)
            return;
        foreach (var (cluster, place) in Emoji(box, align))
            script.Lay(new LaidEmoji(cluster, place, motion));
    }

    private IEnumerable<(string Cluster, Rect Box)> Emoji(Rect box, Align align)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var width = LineWidth(Lines[i]);
            var left = align switch { Align.Left => box.Left, Align.Right => box.Right - width, _ => box.CentreX - width / 2 };
            var passed = 0.0;
            foreach (var cluster in WritingSystems.Clusters(Lines[i]))
            {
                var advance = LineWidth(cluster);
                if (WritingSystems.IsEmoji(cluster))
                    yield return (cluster, new Rect(RightToLeft ? left + width - passed - advance : left + passed, Baseline(box, i) - CapHeight / 2 - advance / 2, advance, advance));
                passed += advance;
            }
        }
    }

    private double Descent => _face.Metrics.Descent * _em;

    private static double WidthInEms(string text, Face face, double spacing)
    {
        if (!text.Any(c => c > 0x7f && (char.IsSurrogate(c) || c is >= '\u2100' and <= '\u2bff' or '\u00a9' or '\u00ae')))
            return face.Metrics.Width(text) + spacing * text.Length;
        return WritingSystems.Clusters(text).Sum(cluster => WritingSystems.IsEmoji(cluster) ? GapWidth : face.Metrics.Width(cluster) + spacing);
    }

    private double LineWidth(string line) => WidthInEms(line, _face, _spacing) * _em;

    private static double X(Rect box, Align align) => align switch { Align.Left => box.Left, Align.Right => box.Right, _ => box.CentreX };

    private double Baseline(Rect box, int line) => box.Top + CapHeight + line * Leading;

    /// <summary>
    /// Tags that hang a line by its bottom: the line box, by which libass does so, reaches below the base line by the descent. When
    /// scaled, the block grows from its middle.
    /// </summary>
    private string Tags(Rect box, Align align, double x, double y, Paint paint, Pose pose, string more)
    {
        var (scaledX, scaledY) = (box.CentreX + (x - box.CentreX) * pose.Scale, box.CentreY + (y - box.CentreY) * pose.Scale);
        var corner = align switch { Align.Left => "\\an1", Align.Right => "\\an3", _ => "\\an2" };
        return $"{{{corner}{AssTags.At(scaledX, scaledY + Descent * pose.Scale)}{AssTags.Scale(pose.Scale)}{(RightToLeft ? "\\fe-1" : "")}{more}{FontOf(_face)}{paint.Tags(pose)}}}";
    }

    private string Letters(int line) => Mark(line) + string.Concat(Runs(Lines[line]).Select(run => Switch(run.Face) + string.Concat(WritingSystems.Clusters(run.Text).Select(Drawn))));

    private string Lit(int line, int first, Func<int, Ink> inkOf)
    {
        var text = new StringBuilder(Mark(line));
        var (number, last) = (first, (Ink?)null);
        foreach (var (face, run) in Runs(Lines[line]))
        {
            text.Append(Switch(face));
            foreach (var cluster in WritingSystems.Clusters(run))
            {
                if (cluster != " " && inkOf(number) is var ink && ink != last)
                {
                    text.Append('{').Append(AssTags.Colour(ink)).Append('}');
                    last = ink;
                }

                number += cluster.Count(c => c != ' ');
                text.Append(Drawn(cluster));
            }
        }

        return text.ToString();
    }

    // Keeps a line of Arabic or Hebrew that begins with a Latin name or figures running from the right.
    private string Mark(int line) => RightToLeft && !WritingSystems.IsRightToLeft(Lines[line]) ? "\u200f" : "";

    private string Switch(Face face) => _face.Companion is null ? "" : $"{{{FontOf(face)}}}";

    // An emoji leaves a gap.
    private static string Drawn(string cluster) => WritingSystems.IsEmoji(cluster) ? Gap : AssText.Escape(cluster);

    /// <summary>The line in pieces that one face can draw.</summary>
    private IEnumerable<(Face Face, string Text)> Runs(string line)
    {
        if (_face.Companion is null && line.All(c => c < 0x2100))
        {
            yield return (_face, line);
            yield break;
        }

        var (run, of) = ("", _face);
        foreach (var cluster in WritingSystems.Clusters(line))
        {
            var emoji = WritingSystems.IsEmoji(cluster);
            var face = cluster == " " ? of : _face.Companion is { } companion && (emoji || !_face.Metrics.Has(cluster.EnumerateRunes().First().Value)) ? companion : _face;
            if (face != of && run.Length > 0)
            {
                yield return (of, run);
                run = "";
            }

            of = face;
            run += cluster;
        }

        if (run.Length > 0)
            yield return (of, run);
    }

    private string FontOf(Face face) => string.Create(
        CultureInfo.InvariantCulture,
        $"\\fn{face.Name.Family}\\b{face.Name.Weight}\\fs{_em * face.Metrics.LineHeight:0.##}\\fsp{_spacing * _em:0.##}");
}
