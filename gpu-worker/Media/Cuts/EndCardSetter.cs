using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>Sets logo, words, stars, button and QR code of the end card as one group in the middle of its column.</summary>
/// <param name="time">The cut.</param>
/// <param name="layout">Where things stand.</param>
/// <param name="script">Where the words go.</param>
/// <param name="faces">What they are set in.</param>
/// <param name="logo">The brand's logo; null for its name in letters.</param>
internal sealed class EndCardSetter(Timeline time, EndCardLayout layout, AssScript script, Faces faces, LogoSetter? logo)
{
    private sealed record Row(double Width, double Height, double GapAbove, Func<double, double, Task> Draw);

    private const int Tries = 4;
    private const int LongestAddress = 48;
    private readonly bool _rightToLeft = WritingSystems.IsRightToLeft(time.Order.Storyboard.EndCard!.Title);
    private readonly List<Row> _rows = [];
    private double _fit = 1;

    // Whether the code stands beside all the words, where a tall column has no room for it below them.
    private bool _beside;
    private (double Side, int Module)? _code;

    private double Unit => time.Unit;

    private Look Look => time.Order.Storyboard.Look;

    private double Scale => _fit * (layout.Wide ? 1 : Math.Clamp(layout.Column.Height / (0.58 * Unit), 0.65, 1.15));

    /// <summary>Sets the card.</summary>
    public async Task Set(EndCard card, List<string> warnings, CancellationToken cancellation)
    {
        // Smaller until all rows find room.
        for (var i = 0; ; i++)
        {
            _rows.Clear();
            await AddRows(card, cancellation).ConfigureAwait(false);
            if (Total <= layout.Column.Height || i == Tries)
                break;
            if (!layout.Wide && !_beside && _code is { } tall && Total > 1.1 * layout.Column.Height && layout.Column.Width - tall.Side - Gap > 0.4 * Unit)
                (_beside, i) = (true, 0);
            else
                _fit *= Math.Max(0.7, 0.97 * layout.Column.Height / Total);
        }

        await AddAddress(warnings).ConfigureAwait(false);
        if (_code is { } code && (code.Side > layout.Column.Width || code.Side > layout.Column.Height || code.Module < 3))
            warnings.Add($"The QR code has {code.Module} pixels a module and is hard to scan: a shorter link or a larger frame helps.");
        var top = layout.Column.CentreY - Total / 2;
        if (_beside)
            DrawBeside();
        for (var i = 0; i < _rows.Count; i++)
        {
            top += i == 0 ? 0 : _rows[i].GapAbove;
            await _rows[i].Draw(LeftOf(_rows[i].Width), top).ConfigureAwait(false);
            top += _rows[i].Height;
        }
    }

    private double Total => _rows.Skip(1).Sum(row => row.Height + row.GapAbove) + _rows[0].Height;

    private async Task AddRows(EndCard card, CancellationToken cancellation)
    {
        if (logo is not null)
            AddLogo(logo, cancellation);
        else if (!string.IsNullOrWhiteSpace(card.Brand))
            await AddWords(card.Brand.ToUpperInvariant(), 600, false, 0.035 * Math.Max(Scale, 0.85), 0.05, 0.12, 1).ConfigureAwait(false);
        await AddWords(card.Title, 700, true, 0.084 * Scale, 0.26 * Scale, 0, 0.042 * Scale).ConfigureAwait(false);
        if (!string.IsNullOrWhiteSpace(card.Price))
            AddGroup(await PriceWords.Set(faces, card.Price, string.IsNullOrWhiteSpace(card.Was) ? null : card.Was, 0.062 * Scale * Unit, Widest).ConfigureAwait(false), 0.046 * Scale);
        if (card.Rating is { } rating)
            AddGroup(await Stars.Set(faces, rating.Stars, rating.Text, 0.038 * Math.Max(Scale, 0.8) * Unit, Widest).ConfigureAwait(false), 0.042 * Scale);
        await AddInvitation(card).ConfigureAwait(false);
        if (time.Order.Offer is { Length: > 0 } offer)
            await AddLine(offer).ConfigureAwait(false);
    }

    private double Appears => time.At(time.CardStart) + 0.18 + 0.09 * _rows.Count;

    private Motion Coming => new(Appears, time.Seconds) { In = 0.5, Out = 0, Rise = 0.03 * Unit };

    private double Gap => 0.05 * Unit;

    private double Widest => layout.Column.Width - (_beside ? _code!.Value.Side + Gap : 0);

    /// <summary>The left edge of all words, where they don't stand centred.</summary>
    private double Edge => !_beside ? layout.Column.Left
        : layout.Column.CentreX - (_rows.Max(row => row.Width) + Gap + _code!.Value.Side) / 2 + (_rightToLeft ? _code.Value.Side + Gap : 0);

    private double LeftOf(double width) => !layout.Wide && !_beside ? layout.Column.CentreX - width / 2
        : _rightToLeft ? Edge + _rows.Max(row => row.Width) - width
        : Edge;

    private void DrawBeside()
    {
        var (side, module) = _code!.Value;
        var left = _rightToLeft ? Edge - Gap - side : Edge + _rows.Max(row => row.Width) + Gap;
        new QrDrawing(time.Order.Link!).Draw(script, (int)Math.Round(left), (int)Math.Round(layout.Column.CentreY - side / 2), module, Appears, time.Seconds);
    }

    private void AddLogo(LogoSetter mark, CancellationToken cancellation)
    {
        var (width, height) = mark.OnCard(Scale, Widest);
        var from = Appears;
        _rows.Add(new Row(width, height, 0, (left, top) => mark.SetOnCard(script, new Rect(left, top, width, height), layout.Ground, from, cancellation)));
    }

    private async Task AddWords(string text, int weight, bool display, double em, double height, double spacing, double gap)
    {
        var face = await faces.For(text, weight, display).ConfigureAwait(false);
        var block = TextBlock.Set(text, face, em * Unit, Widest, height * Unit, spacing);
        var motion = Coming;
        _rows.Add(new Row(block.Width, block.Height, gap * Unit, (left, top) =>
        {
            var (box, align) = (new Rect(left, top, block.Width, block.Height), !layout.Wide && !_beside ? Align.Centre : block.RightToLeft ? Align.Right : Align.Left);
            block.Draw(script, box, align, new Paint(layout.Ink), 5, motion);
            return Task.CompletedTask;
        }));
    }

    private void AddGroup(WordGroup group, double gap)
    {
        var motion = Coming;
        _rows.Add(new Row(group.Width, group.Height, gap * Unit, (left, top) =>
        {
            group.Draw(new WordGroup.Spot(script, left, top, layout.Ink, Ink.Parse(Look.Accent).StandingOut(layout.Ground, 3), 5, motion));
            return Task.CompletedTask;
        }));
    }

    /// <summary>QR code and button side by side, or one over the other where that is too wide.</summary>
    private async Task AddInvitation(EndCard card)
    {
        var button = string.IsNullOrWhiteSpace(card.CallToAction)
            ? null
            : Button.Set(card.CallToAction, await faces.For(card.CallToAction, 600).ConfigureAwait(false), 0.044 * Scale * Unit, Widest);
        if (time.Order.Link is not { Length: > 0 } link || _beside)
        {
            if (button is not null)
                AddButton(button);
            return;
        }

        var code = new QrDrawing(link);
        var module = (int)Math.Max(Math.Ceiling(Unit / 190), Math.Floor((layout.Wide ? 0.28 : 0.25) * Scale * Unit / code.Modules));
        var (side, gap, motion) = ((double)code.Modules * module, Gap, Coming);
        _code = (side, module);
        if (button is not null && side + gap + button.Width > layout.Column.Width)
        {
            AddButton(button);
            button = null;
        }

        var height = Math.Max(side, button?.Height ?? 0);
        _rows.Add(new Row(side + (button is null ? 0 : gap + button.Width), height, 0.06 * Scale * Unit, (left, top) =>
        {
            code.Draw(script, (int)Math.Round(left), (int)Math.Round(top + (height - side) / 2), module, motion.From, time.Seconds);
            button?.Draw(script, left + side + gap, top + (height - button.Height) / 2, Ink.Parse(Look.Accent), motion);
            return Task.CompletedTask;
        }));
    }

    /// <summary>The address for who types, where it finds room below all else. What the link brings is left out only where even small rows find none.</summary>
    private async Task AddAddress(List<string> warnings)
    {
        if (Total > layout.Column.Height && time.Order.Offer is { Length: > 0 } offer)
        {
            _rows.RemoveAt(_rows.Count - 1);
            warnings.Add($"The end card has no room for '{offer}'.");
        }

        var link = time.Order.Link is { Length: > 0 } address ? address[(address.IndexOf("//", StringComparison.Ordinal) is var start and >= 0 ? start + 2 : 0)..] : "";
        if (link.Length is 0 or > LongestAddress)
            return;
        await AddLine(link).ConfigureAwait(false);
        if (Total > layout.Column.Height)
            _rows.RemoveAt(_rows.Count - 1);
    }

    private Task AddLine(string line) => AddWords(line, 500, false, 0.034 * Math.Max(Scale, 0.85), 0.05, 0, 0.028);

    private void AddButton(Button button)
    {
        var motion = Coming;
        _rows.Add(new Row(button.Width, button.Height, 0.06 * Scale * Unit, (left, top) =>
        {
            button.Draw(script, left, top, Ink.Parse(Look.Accent), motion);
            return Task.CompletedTask;
        }));
    }
}
