using System.Globalization;
using System.Text;

namespace SoraFunctions.Media.Lettering;

/// <summary>An ASS script under construction (Advanced SubStation Alpha, as libass reads it); every event carries its whole look.</summary>
/// <param name="width">Pixels across.</param>
/// <param name="height">Pixels down.</param>
/// <param name="rate">Frames a second of the picture it is drawn on.</param>
internal sealed class AssScript(int width, int height, int rate)
{
    private readonly StringBuilder _events = new();
    private readonly List<LaidEmoji> _emoji = [];

    /// <summary>The emoji among its words, to be laid over.</summary>
    public IReadOnlyList<LaidEmoji> Emoji => _emoji;

    /// <summary>Takes note of an emoji.</summary>
    public void Lay(LaidEmoji emoji) => _emoji.Add(emoji);

    /// <summary>Adds what does not move.</summary>
    /// <param name="layer">Higher is nearer.</param>
    /// <param name="from">First instant in seconds.</param>
    /// <param name="to">Last instant in seconds.</param>
    /// <param name="body">Override tags and safe text.</param>
    public void Add(int layer, double from, double to, string body) => Add(layer, FrameAt(from), FrameAt(to), body);

    /// <summary>Adds what comes, stays and goes: each frame of it has its own place, so that nothing jerks.</summary>
    /// <param name="layer">Higher is nearer.</param>
    /// <param name="motion">How it moves.</param>
    /// <param name="body">Override tags and safe text in a pose.</param>
    public void Play(int layer, Motion motion, Func<Pose, string> body)
    {
        var (first, last) = (FrameAt(motion.From), FrameAt(motion.To));
        for (var (frame, since) = (first, first); frame < last; frame++)
        {
            var pose = motion.At(frame / (double)rate);
            if (frame + 1 < last && motion.At((frame + 1) / (double)rate) == pose)
                continue;
            if (pose.Opacity > 0.004)
                Add(layer, since, frame + 1, body(pose));
            since = frame + 1;
        }
    }

    /// <summary>Adds what changes by itself, looked at once a frame.</summary>
    /// <param name="layer">Higher is nearer.</param>
    /// <param name="from">First instant in seconds.</param>
    /// <param name="to">Last instant in seconds.</param>
    /// <param name="body">Override tags and safe text at a time.</param>
    public void Play(int layer, double from, double to, Func<double, string> body)
    {
        var (first, last) = (FrameAt(from), FrameAt(to));
        for (var (frame, since, held) = (first, first, ""); frame <= last; frame++)
        {
            var next = frame < last ? body(frame / (double)rate) : "";
            if (next == held)
                continue;
            if (held.Length > 0)
                Add(layer, since, frame, held);
            (since, held) = (frame, next);
        }
    }

    /// <summary>The whole script.</summary>
    public override string ToString() => $"""
        [Script Info]
        ScriptType: v4.00+
        PlayResX: {width}
        PlayResY: {height}
        LayoutResX: {width}
        LayoutResY: {height}
        WrapStyle: 2
        ScaledBorderAndShadow: yes
        YCbCr Matrix: None

        [V4+ Styles]
        Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
        Style: Base,Inter,40,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1

        [Events]
        Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

        """.ReplaceLineEndings("\n") + _events;

    private int FrameAt(double seconds) => (int)Math.Ceiling(seconds * rate - 1e-6);

    private void Add(int layer, int from, int to, string body)
    {
        if (to > from)
            _events.Append(CultureInfo.InvariantCulture, $"Dialogue: {layer},{Clock(from)},{Clock(to)},Base,,0,0,0,,{body}\n");
    }

    /// <summary>The last hundredth of a second that is not after the frame: libass shows an event from its start on.</summary>
    private string Clock(int frame)
    {
        var hundredths = frame * 100L / rate;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{hundredths / 360000}:{hundredths / 6000 % 60:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }
}
