using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Cuts.Speech;

/// <summary>Shows what is said, in the style that the storyboard names.</summary>
/// <param name="time">The cut.</param>
/// <param name="script">Where the words go.</param>
/// <param name="places">Where they may stand.</param>
/// <param name="grounds">What they need to be read.</param>
/// <param name="faces">What they are set in.</param>
internal sealed class SpeechSetter(Timeline time, AssScript script, Places places, Grounds grounds, Faces faces)
{
    private const double Doubled = 0.7;

    private CaptionStyle Style => time.Order.Storyboard.Captions;

    private bool Bold => Style == CaptionStyle.BoldSocial;

    private double Em => (Bold ? 0.094 : 0.05) * time.Unit;

    private double Width => time.Safe.Width * (time.Safe.Width / time.Safe.Height > 1.2 ? 0.8 : 0.98) - (Style == CaptionStyle.Karaoke ? 1.2 * Em : 0);

    /// <summary>
    /// The lines that are to be shown: none where the same words stand in the picture, and none from the end card on, which has words of
    /// its own.
    /// </summary>
    public static IReadOnlyList<SpokenLine> Shown(Timeline time, IReadOnlyList<TimedCaption> captions, IReadOnlyList<SpokenLine> spoken) =>
        time.Order.Storyboard.Captions == CaptionStyle.None
            ? []
            : [.. spoken.Where(line => line.From < time.At(time.CardStart) - 0.3
                && !captions.Any(caption => caption.From < line.To && caption.To > line.From - 1 && IsDouble(caption.Caption.Text, line.Text)))];

    /// <summary>Sets lines and takes their places.</summary>
    public async Task Set(IReadOnlyList<SpokenLine> lines)
    {
        foreach (var line in lines)
        {
            var cues = SpokenCues.Of([line], Limits(), time.Rate, Until(line, lines));
            if (cues.Count > 0)
                await Set(cues).ConfigureAwait(false);
        }
    }

    private double Until(SpokenLine line, IReadOnlyList<SpokenLine> lines) => Math.Min(
        time.At(time.CardStart), lines.Where(other => other.From > line.From).Select(other => other.From - 2.0 / time.Rate).DefaultIfEmpty(double.MaxValue).Min());

    private CueLimits Limits()
    {
        // As many letters of usual width as the safe zone holds.
        var (latin, wide) = ((int)(Width / (0.55 * Em)), (int)(Width / Em));
        return Bold
            ? new CueLimits(Math.Clamp(latin, 6, 16), Math.Clamp(wide, 3, 8), 2, 4, 0.35)
            : CueLimits.Subtitle with { Latin = Math.Clamp(latin, 12, 42), Wide = Math.Clamp(wide, 6, 16) };
    }

    private async Task Set(IReadOnlyList<SpokenCue> cues)
    {
        var blocks = new List<TextBlock>();
        foreach (var cue in cues)
        {
            // Few words at once need no commas and stops.
            var text = Bold ? cue.Text.ToUpperInvariant().TrimEnd(',', '.', ';', ':', '，', '。', '、', '；', '：', '،') : cue.Text;
            var face = await faces.For(text, Bold ? 800 : Style == CaptionStyle.Karaoke ? 700 : 600, display: Bold).ConfigureAwait(false);
            blocks.Add(TextBlock.Set(text, face, Em, Width, Em * 1.45 * (Bold ? 2 : 2.1)));
        }

        // All cues of a line stand in the same place, whatever their size.
        var (from, to) = (cues[0].From, cues[^1].To);
        var pad = Style == CaptionStyle.Karaoke ? 0.6 * Em : 0.12 * Em;
        var slot = Slot(blocks.Max(block => block.Width) + 2 * pad, blocks.Max(block => block.Height) + 2 * pad, from, to);
        places.Take(slot, from, to);
        var high = slot.CentreY < time.Safe.CentreY;
        var ground = grounds.Under(slot, from, to, Style == CaptionStyle.Karaoke ? 0.78 : 0, Style == CaptionStyle.Clean ? null : Ink.White);
        foreach (var (cue, block) in cues.Zip(blocks))
        {
            var (width, height) = (block.Width + 2 * pad, block.Height + 2 * pad);
            var box = new Rect(slot.CentreX - width / 2, Bold ? slot.CentreY - height / 2 : high ? slot.Top : slot.Bottom - height, width, height);
            Draw(cue, block, box, ground, pad);
        }
    }

    private Rect Slot(double width, double height, double from, double to)
    {
        var (safe, left) = (time.Safe, time.Safe.CentreX - width / 2);
        var lift = Bold ? 0.06 * time.Unit : 0.01 * time.Unit;
        var low = places.Above(new Rect(left, safe.Bottom - height - lift, width, height), from, to);
        var high = places.Below(new Rect(left, safe.Top, width, height), from, to);
        return places.Choose([new Place<int>(low, Align.Centre, 0, 0), new Place<int>(high, Align.Centre, 0, 0.35)], from, to, double.MaxValue).Place.Box;
    }

    private void Draw(SpokenCue cue, TextBlock block, Rect box, Grounds.Ground ground, double pad)
    {
        var words = new Rect(box.Left + pad, box.CentreY - block.Height / 2, block.Width, block.Height);
        switch (Style)
        {
            case CaptionStyle.Clean:
                var gentle = time.Stay(cue.From, cue.To, 0.12) with { In = 0.2, Rise = 0.006 * time.Unit };
                grounds.Cloud(ground, words, gentle);
                block.Draw(script, words, Align.Centre, Grounds.Shadow(ground, 0.009 * time.Unit), 3, gentle, 0);
                block.Draw(script, words, Align.Centre, new Paint(ground.Ink), 4, gentle, 0);
                break;
            case CaptionStyle.Karaoke:
                var steady = time.Stay(cue.From, cue.To, 0.1) with { In = 0.14 };
                script.Play(3, steady, pose => $"{{\\an7{AssTags.At(box.Left, box.Top)}{new Paint(ground.Tone, ground.Cloud).Tags(pose)}}}" + AssTags.RoundedBox(box.Width, box.Height, 0.34 * block.Em));
                block.DrawLit(script, words, Align.Centre, new Paint(ground.Ink), 4, steady, Inks(cue, ground.Ink, Lit(ground.Behind)));
                break;
            case CaptionStyle.BoldSocial:
                var pop = time.Stay(cue.From, cue.To, 0.08) with { In = 0.26, Zoom = 0.78, Ease = Easing.OutBack };
                var rim = 0.075 * block.Em;
                block.Draw(script, words with { Top = words.Top + 0.05 * block.Em }, Align.Centre, new Paint(new Ink(0, 0, 0), 0.4, 0.09 * block.Em), 3, pop, 0);
                block.DrawLit(script, words, Align.Centre, new Paint(Ink.White) { Rim = Ink.Dark, RimWidth = rim }, 4, pop, Inks(cue, Ink.White, Lit(Ink.Dark)));
                break;
        }
    }

    /// <summary>The accent, made bright enough for the ground.</summary>
    private Ink Lit(Ink ground) => Ink.Parse(time.Order.Storyboard.Look.Accent).StandingOut(ground, 4.6);

    /// <summary>The word that is spoken is lit; the change takes a few frames.</summary>
    private static Func<int, double, Ink> Inks(SpokenCue cue, Ink usual, Ink lit) => (number, at) =>
    {
        const double soft = 0.07;
        if (number >= cue.Characters.Count)
            return usual;
        var (from, to) = cue.Characters[number];
        return usual.Towards(lit, Math.Clamp(Math.Min((at - from + soft) / soft, (to - at) / soft), 0, 1));
    };

    /// <summary>Whether one text says what the other does, near enough.</summary>
    private static bool IsDouble(string one, string other)
    {
        var (a, b) = (Letters(one), Letters(other));
        return a.Length > 0 && b.Length > 0 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal))
            && Math.Min(a.Length, b.Length) >= Doubled * Math.Max(a.Length, b.Length);

        static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
    }
}
