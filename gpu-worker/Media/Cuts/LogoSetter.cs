using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>Sets the logo small in a corner while the film runs, and large on the end card.</summary>
internal sealed class LogoSetter(Timeline time, Logo logo, string work)
{
    private const double Height = 0.062;
    private const double Widest = 0.26;
    private readonly List<Sticker> _stickers = [];

    /// <summary>What was set.</summary>
    public IReadOnlyList<Sticker> Stickers => _stickers;

    /// <summary>Sets it in the corner that the product leaves free, until the end card.</summary>
    public async Task SetCorner(AssScript script, Places places, Backdrop backdrop, CancellationToken cancellation)
    {
        var (from, to) = (0.3, time.At(time.CardStart));
        if (to - from < 1)
            return;
        var (width, height) = Size(Height * time.Unit, Widest * time.Unit);
        var (safe, pad) = (time.Safe, 0.018 * time.Unit);
        var corners = new[] { (X: safe.Right - width - pad, Y: safe.Top + pad), (X: safe.Left + pad, Y: safe.Bottom - height - pad), (X: safe.Right - width - pad, Y: safe.Bottom - height - pad) };
        var boxes = corners.Select(corner => new Rect(corner.X, corner.Y, width, height)).ToList();
        boxes = [.. boxes, places.Below(boxes[0], from, to), places.Above(boxes[1], from, to), places.Above(boxes[2], from, to)];
        var box = places.Choose([.. boxes.Select((corner, i) => new Place<int>(corner, Align.Left, 0, 0.3 * i))], from, to, double.MaxValue).Place.Box;
        box = box with { Left = Even(box.Left), Top = Even(box.Top) };
        var (low, _, high) = backdrop.Under(box, from, to);
        if (logo.PlateOn(low, high) is { } plate)
            Plate(script, box.Grow(pad, pad), plate, time.Stay(from, to) with { In = 0.5 });
        places.Take(box.Grow(pad, pad), 0, to);
        await Add("logo.png", box, from, to, 0.5, time.Stay(from, to).Out, cancellation).ConfigureAwait(false);
    }

    /// <summary>The size that it has on the end card.</summary>
    public (double Width, double Height) OnCard(double scale, double widest) => Size(0.085 * scale * time.Unit, Math.Min(widest, 0.5 * time.Unit));

    /// <summary>Sets it on the end card.</summary>
    public async Task SetOnCard(AssScript script, Rect box, Ink ground, double from, CancellationToken cancellation)
    {
        box = box with { Left = Even(box.Left), Top = Even(box.Top) };
        if (logo.PlateOn(ground.Luminance, ground.Luminance) is { } plate)
            Plate(script, box.Grow(0.018 * time.Unit, 0.018 * time.Unit), plate, new Motion(from, time.Seconds) { In = 0.35, Out = 0 });
        await Add("logo-card.png", box, from, time.Seconds, 0.35, 0, cancellation).ConfigureAwait(false);
    }

    private static void Plate(AssScript script, Rect box, Ink ink, Motion motion) => script.Play(6, motion, pose =>
        $"{{\\an7{AssTags.At(box.Left, box.Top)}{new Paint(ink, 0.94).Tags(pose)}}}" + AssTags.RoundedBox(box.Width, box.Height, 0.16 * box.Height));

    private async Task Add(string name, Rect box, double from, double to, double fadeIn, double fadeOut, CancellationToken cancellation)
    {
        var path = Path.Combine(work, name);
        await logo.Write(path, (int)box.Width, (int)box.Height, cancellation).ConfigureAwait(false);
        _stickers.Add(new Sticker(path, box, from, to, fadeIn, fadeOut));
    }

    private (double Width, double Height) Size(double height, double widest)
    {
        // A wide mark is drawn lower than a square one, so that both weigh the same.
        height *= Math.Clamp(Math.Sqrt(2.2 / logo.Shape), 0.7, 1.35);
        var width = Math.Min(widest, height * logo.Shape);
        return (Math.Max(2, Even(width)), Math.Max(2, Even(width / logo.Shape)));
    }

    private static double Even(double length) => Math.Round(length / 2) * 2;
}
