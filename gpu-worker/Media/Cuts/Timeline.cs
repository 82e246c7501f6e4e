using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>When everything in a cut happens.</summary>
/// <param name="Order">What is cut.</param>
/// <param name="Shots">The shots in order.</param>
/// <param name="CardStart">First frame of the end card; the number of frames when there is none.</param>
internal sealed record Timeline(CutOrder Order, IReadOnlyList<TimedShot> Shots, int CardStart)
{
    /// <summary>Frames at the end of the last clip that go over into the first shot; 0 for a video that ends.</summary>
    public int LoopFrames { get; private init; }

    /// <summary>Path of the caller's own music; null when music is composed.</summary>
    public string? Music { get; private init; }

    /// <summary>Path of the caller's own narration; null to speak the lines.</summary>
    public string? Voice { get; private init; }

    public int Frames => Shots[^1].End;

    public int Rate => Order.Format.FramesPerSecond;

    public double Seconds => At(Frames);

    public bool HasCard => CardStart < Frames;

    /// <summary>The part of the frame where words may stand, with a little air.</summary>
    public Rect Safe
    {
        get
        {
            var (w, h, zone) = (Order.Format.Width, Order.Format.Height, Order.SafeZone);
            var air = 0.02 * Math.Min(w, h);
            return new Rect(zone.Left * w, zone.Top * h, (1 - zone.Left - zone.Right) * w, (1 - zone.Top - zone.Bottom) * h).Grow(-air, -air);
        }
    }

    /// <summary>The shorter side of the frame in pixels: the measure of all letters.</summary>
    public double Unit => Math.Min(Order.Format.Width, Order.Format.Height);

    /// <summary>How words come and go; what is there at the end stays through the last frame, where players stop.</summary>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    /// <param name="leaving">Seconds in which they go.</param>
    public Motion Stay(double from, double to, double leaving = 0.25) =>
        to > Seconds - 1.0 / Rate ? new Motion(from, Seconds) { Out = 0 } : new Motion(from, to) { Out = leaving };

    public double At(int frame) => frame / (double)Rate;

    public static async Task<Timeline> Read(CutOrder order, Func<string, string> asset, List<string> warnings, CancellationToken cancellation)
    {
        var board = order.Storyboard;
        Check(order);
        var loop = order.Format.FramesIn(order.LoopSeconds);
        var shots = new List<TimedShot>();
        foreach (var (shot, clip) in board.Shots.Zip(order.Clips))
        {
            await using var file = File.OpenRead(asset(clip.Log));
            var log = await JsonSerializer.DeserializeAsync(file, ContractJson.Default.ClipLog, cancellation).ConfigureAwait(false)
                ?? throw new InvalidDataException($"The log of shot '{shot.Id}' is empty.");
            var frames = order.Format.FramesIn(shot.Seconds) - (shots.Count == board.Shots.Count - 1 ? loop : 0);
            var (entry, wanted) = shots.Count == 0
                ? (loop > 0 ? TransitionKind.Dissolve : TransitionKind.Cut, loop)
                : (shot.Transition.Kind, order.Format.FramesIn(shot.Transition.Seconds));
            var entryFrames = entry == TransitionKind.Cut ? 0 : Math.Clamp(wanted, 0, frames - 1);
            var start = shots.Count == 0 ? 0 : shots[^1].End;
            shots.Add(new TimedShot(shot, asset(clip.Picture), log, start, frames, entryFrames == 0 ? TransitionKind.Cut : entry, entryFrames));
        }

        var cardFrames = board.EndCard is { } card ? order.Format.FramesIn(card.Seconds) : 0;
        if (cardFrames > shots[^1].Frames)
        {
            cardFrames = shots[^1].Frames;
            warnings.Add($"The end card stays {cardFrames / (double)order.Format.FramesPerSecond:0.0} s: no longer than the last shot.");
        }

        return new Timeline(order, shots, shots[^1].End - cardFrames) { LoopFrames = shots[0].EntryFrames, Music = order.Music is { } music ? asset(music.Sha256) : null, Voice = order.Voice is { } voice ? asset(voice.Sha256) : null };
    }

    private static void Check(CutOrder order)
    {
        var (format, zone) = (order.Format, order.SafeZone);
        if (order.Storyboard.Shots.Count == 0 || order.Clips.Count != order.Storyboard.Shots.Count)
            throw new InvalidDataException($"clips must hold one clip per shot: {order.Storyboard.Shots.Count}, not {order.Clips.Count}.");
        if (format.Width % 2 != 0 || format.Height % 2 != 0 || format.Width is < 128 or > 3840 || format.Height is < 128 or > 3840)
            throw new InvalidDataException($"format must have even sides of 128 to 3840, not {format.Width} x {format.Height}.");
        if (format.FramesPerSecond is < 1 or > 60)
            throw new InvalidDataException($"format.framesPerSecond must be 1 to 60, not {format.FramesPerSecond}.");
        if (zone.Left + zone.Right > 0.6 || zone.Top + zone.Bottom > 0.7 || Math.Min(Math.Min(zone.Left, zone.Right), Math.Min(zone.Top, zone.Bottom)) < 0)
            throw new InvalidDataException("safeZone must leave at least 40 % of the width and 30 % of the height.");
        if (order.Loudness is < -70 or > -5)
            throw new InvalidDataException($"loudness must be -70 to -5 LUFS, not {order.Loudness}.");
        if (order.TruePeak is < -20 or > 0)
            throw new InvalidDataException($"true_peak must be -20 to 0 dBTP, not {order.TruePeak}.");
        if (order.Link is { Length: > 1000 })
            throw new InvalidDataException($"link must have at most 1000 characters to fit a QR code, not {order.Link.Length}.");
        foreach (var (key, value) in order.Metadata)
        {
            if (key.Length == 0 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') || value.Contains('\0'))
                throw new InvalidDataException($"metadata key '{key}' must be of letters, digits, '.', '-' and '_', and its value free of NUL.");
        }

        if (order.LoopSeconds < 0 || order.LoopSeconds > 2 || format.FramesIn(order.Storyboard.Shots[^1].Seconds - order.LoopSeconds) < 1)
            throw new InvalidDataException("loopSeconds must be 0 to 2, and less than the last shot.");
        Colour("look.primary", order.Storyboard.Look.Primary);
        Colour("look.accent", order.Storyboard.Look.Accent);
        if (order.Storyboard.Shots.FirstOrDefault(shot => format.FramesIn(shot.Seconds) < 1) is { } empty)
            throw new InvalidDataException($"Shot '{empty.Id}' must last at least one frame.");
    }

    private static void Colour(string field, string value)
    {
        try
        {
            Ink.Parse(value);
        }
        catch (FormatException problem)
        {
            throw new InvalidDataException($"{field}: {problem.Message}", problem);
        }
    }
}
