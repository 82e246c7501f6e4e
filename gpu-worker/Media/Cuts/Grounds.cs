using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// Gives words on the picture itself an ink, and a soft cloud behind them where that alone does not read: the contrast is at least
/// 4.5 to 1 against what is behind (WCAG 2.2, 1.4.3).
/// </summary>
internal sealed class Grounds(Timeline time, AssScript script, Backdrop backdrop)
{
    // 4.5 and what blur and coding may take of it; a cloud is seen at its thinnest.
    private const double Contrast = 4.6;
    private const double Spare = 0.5;
    private static readonly Ink _dark = new(8, 8, 10);
    private static readonly Ink _bright = new(250, 249, 246);

    /// <summary>How words stand out.</summary>
    /// <param name="Ink">Of the words.</param>
    /// <param name="Tone">Of the cloud behind them.</param>
    /// <param name="Cloud">How opaque that is; 0 for none.</param>
    /// <param name="Behind">The colour that is then behind the words at the worst.</param>
    internal readonly record struct Ground(Ink Ink, Ink Tone, double Cloud, Ink Behind);

    /// <summary>What words need on a part of the picture.</summary>
    /// <param name="box">What they cover, in pixels.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    /// <param name="least">The least that the cloud covers; more than 0 where other words and edges are behind, which contrast does not keep apart.</param>
    /// <param name="ink">The ink that is wanted; null for white or dark, whichever changes the picture less, white where neither does.</param>
    public Ground Under(Rect box, double from, double to, double least = 0, Ink? ink = null)
    {
        var (low, middle, high) = backdrop.Under(box, from, to);
        return ink is { } wanted ? For(wanted) : new[] { Ink.White, Ink.Dark }.Select(For).MinBy(ground => ground.Cloud * Math.Abs(Grey(middle).R - ground.Tone.R));

        Ground For(Ink words)
        {
            var tone = words == Ink.White ? _dark : _bright;
            var behind = Grey(words == Ink.White ? high : low);
            var cloud = least;
            while (cloud < 0.94 && behind.Towards(tone, cloud).Contrast(words) < Contrast + (cloud > 0 ? Spare : 0))
                cloud = Math.Max(0.3, cloud + 0.04);
            return new Ground(words, tone, cloud, behind.Towards(tone, cloud));
        }
    }

    /// <summary>Draws the cloud.</summary>
    public void Cloud(Ground ground, Rect box, Motion motion)
    {
        if (ground.Cloud <= 0)
            return;
        // The edge is soft to both sides: it begins outside of the words.
        var soft = 0.032 * time.Unit;
        var cloud = box.Grow(2.2 * soft, 1.8 * soft);
        script.Play(2, motion with { Rise = 0, Zoom = 1 }, pose =>
            $"{{\\an7{AssTags.At(cloud.Left, cloud.Top)}{new Paint(ground.Tone, ground.Cloud, soft).Tags(pose)}}}"
            + AssTags.RoundedBox(cloud.Width, cloud.Height, Math.Min(cloud.Height * 0.46, 2.4 * soft)));
    }

    /// <summary>The paint of the soft shadow that lifts words off the picture.</summary>
    /// <param name="ground">Theirs.</param>
    /// <param name="soft">How far it reaches, in pixels.</param>
    public static Paint Shadow(Ground ground, double soft) => new(ground.Ink == Ink.White ? new Ink(0, 0, 0) : Ink.White, 0.4, soft);

    private static Ink Grey(double luminance)
    {
        var sample = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * Math.Pow(luminance, 1 / 2.4) - 0.055;
        var grey = (byte)Math.Round(255 * Math.Clamp(sample, 0, 1));
        return new Ink(grey, grey, grey);
    }
}
