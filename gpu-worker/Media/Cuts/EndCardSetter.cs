using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>Sets the words, the button and the QR code of the end card as one group in the middle of its column.</summary>
internal sealed class EndCardSetter(Timeline time, EndCardLayout layout, AssScript script)
{
    private sealed record Row(double Height, double GapAbove, Action<double> Draw);

    private double Unit => time.Unit;

    public async Task Set(EndCard card, List<string> warnings)
    {
        var rows = new List<Row>();
        var language = time.Order.Storyboard.Language;
        var scale = layout.Wide ? 1 : Math.Clamp(layout.Column.Height / (0.58 * Unit), 0.65, 1.15);
        if (!string.IsNullOrWhiteSpace(card.Brand))
        {
            var brand = card.Brand.ToUpperInvariant();
            await AddWords(rows, brand, Typeface.For(brand, language, 600), 0.035 * Math.Max(scale, 0.85), 0.05, 0.12, 1, rows.Count, 0.75).ConfigureAwait(false);
        }

        await AddWords(rows, card.Title, Typeface.For(card.Title, language, 700, display: true), 0.084 * scale, 0.26 * scale, 0, 0.042 * scale, rows.Count, 1).ConfigureAwait(false);
        if (!string.IsNullOrWhiteSpace(card.Price))
            await AddWords(rows, card.Price, Typeface.For(card.Price, language, 600, display: true), 0.062 * scale, 0.08, 0, 0.046 * scale, rows.Count, 0.9).ConfigureAwait(false);
        await AddInvitation(rows, card, scale, warnings).ConfigureAwait(false);

        var total = rows.Skip(1).Sum(row => row.Height + row.GapAbove) + rows[0].Height;
        var top = layout.Column.CentreY - total / 2;
        for (var i = 0; i < rows.Count; i++)
        {
            top += i == 0 ? 0 : rows[i].GapAbove;
            rows[i].Draw(top);
            top += rows[i].Height;
        }
    }

    private double Appears(int order) => time.At(time.CardStart) + 0.18 + 0.09 * order;

    private async Task AddWords(List<Row> rows, string text, Typeface face, double em, double height, double spacing, double gap, int order, double opacity)
    {
        var block = await TextBlock.Set(text, face, em * Unit, layout.Column.Width, height * Unit, spacing).ConfigureAwait(false);
        rows.Add(new Row(block.Height, gap * Unit, top => block.Draw(
            script,
            new Rect(layout.Column.Left, top, layout.Column.Width, block.Height),
            !layout.Wide,
            AssTags.Colour(layout.Ink) + AssTags.Opacity(opacity),
            5,
            Appears(order),
            time.Seconds,
            0.03 * Unit)));
    }

    /// <summary>The last row: QR code and button side by side, or whichever there is.</summary>
    private async Task AddInvitation(List<Row> rows, EndCard card, double scale, List<string> warnings)
    {
        var code = time.Order.Link is { Length: > 0 } link ? new QrDrawing(link) : null;
        var module = code is null ? 0 : (int)Math.Max(Math.Ceiling(Unit / 190), Math.Floor((layout.Wide ? 0.28 : 0.25) * scale * Unit / code.Modules));
        double side = code is null ? 0 : code.Modules * module;
        if (code is not null && (side > layout.Column.Width || side > layout.Column.Height || module < 3))
            warnings.Add($"The QR code has {module} pixels a module and is hard to scan: a shorter link or a larger frame helps.");
        TextBlock? words = null;
        var (width, height) = (0.0, 0.0);
        var gap = code is null ? 0 : 0.045 * Unit;
        if (!string.IsNullOrWhiteSpace(card.CallToAction))
        {
            var em = 0.044 * scale * Unit;
            var face = Typeface.For(card.CallToAction, time.Order.Storyboard.Language, 600);
            words = await TextBlock.Set(card.CallToAction, face, em, layout.Column.Width - side - gap - 1.8 * em, em * 2.6).ConfigureAwait(false);
            (width, height) = (words.Width + 1.8 * em, words.Height + 1.5 * em);
        }

        if (code is null && words is null)
            return;
        var row = Math.Max(side, height);
        var left = layout.Wide ? layout.Column.Left : layout.Column.CentreX - (side + width + (words is null ? 0 : gap)) / 2;
        var from = Appears(rows.Count);
        rows.Add(new Row(row, 0.06 * scale * Unit, top =>
        {
            code?.Draw(script, (int)Math.Round(left), (int)Math.Round(top + (row - side) / 2), module, from, time.Seconds);
            if (words is not null)
                Pill.Draw(script, words, new Rect(left + side + gap, top + (row - height) / 2, width, height), Ink.Parse(time.Order.Storyboard.Look.Accent), 0.5, from, time.Seconds, 0.03 * Unit);
        }));
    }
}
