using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// Sets the terms: small, at the foot of the safe zone, at the end for as long as reading them takes. Letters are as high as 30 of 1080
/// lines (BCAP guidance on the use of superimposed text in television advertising, 2019: HDTV).
/// </summary>
internal sealed class LegalSetter
{
    private const double LetterHeight = 30 / 1080.0;
    private const double Tallest = 0.34;

    private readonly Timeline _time;
    private readonly TextBlock _words;

    private LegalSetter(Timeline time, TextBlock words, double from) => (_time, _words, From) = (time, words, from);

    /// <summary>Since when they are there, in seconds.</summary>
    public double From { get; }

    /// <summary>What they cover, in pixels.</summary>
    public Rect Box => new(_time.Safe.CentreX - _words.Width / 2, _time.Safe.Bottom - _words.Height - 0.3 * _words.Em, _words.Width, _words.Height);

    /// <summary>Sets the terms; null when there are none.</summary>
    public static async Task<LegalSetter?> Of(Timeline time, Faces faces, List<string> warnings)
    {
        if (time.Order.Storyboard.Legal is not { } terms || AssText.Clean(terms).Length == 0)
            return null;
        var face = await faces.For(terms, 500).ConfigureAwait(false);
        var words = TextBlock.Set(terms, face, LetterHeight * time.Unit / face.Metrics.CapHeight, time.Safe.Width, double.MaxValue);
        if (words.Height > Tallest * time.Safe.Height)
            warnings.Add($"The terms take {words.Lines.Count} lines at the least size that is readable; fewer words would leave more of the picture.");
        var needed = ReadingTime.OfTerms(terms);
        if (needed > time.Seconds)
            warnings.Add(FormattableString.Invariant($"The terms stay {time.Seconds:0.0} s, the whole video; reading them takes about {needed:0.0} s."));
        return new LegalSetter(time, words, Math.Max(0, time.Seconds - needed - 0.4));
    }

    /// <summary>Draws them: on the picture with what they need to be read, on the end card in its ink.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="grounds">What they need.</param>
    /// <param name="card">The end card; null for none.</param>
    public void Set(AssScript script, Grounds grounds, EndCardLayout? card)
    {
        var end = _time.At(_time.CardStart);
        if (From < end)
        {
            var ground = grounds.Under(Box, From, end);
            var motion = _time.Stay(From, end, 0.2) with { In = 0.3 };
            grounds.Cloud(ground, Box, motion);
            _words.Draw(script, Box, Align.Centre, Grounds.Shadow(ground, 0.006 * _time.Unit), 3, motion, 0);
            _words.Draw(script, Box, Align.Centre, new Paint(ground.Ink), 4, motion, 0);
        }

        if (card is not null)
            _words.Draw(script, Box, Align.Centre, new Paint(card.Ink), 5, new Motion(Math.Max(From, end + 0.15), _time.Seconds) { In = 0.3, Out = 0 }, 0);
    }
}
