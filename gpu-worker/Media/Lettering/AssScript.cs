using System.Globalization;
using System.Text;

namespace SoraFunctions.Media.Lettering;

/// <summary>An ASS script under construction (Advanced SubStation Alpha, as libass reads it); every event carries its whole look.</summary>
internal sealed class AssScript(int width, int height)
{
    private readonly StringBuilder _events = new();

    /// <summary>Whether nothing is drawn.</summary>
    public bool IsEmpty => _events.Length == 0;

    /// <summary>Adds an event.</summary>
    /// <param name="layer">Higher is nearer.</param>
    /// <param name="from">First instant in seconds.</param>
    /// <param name="to">Last instant in seconds.</param>
    /// <param name="body">Override tags and safe text.</param>
    public void Add(int layer, double from, double to, string body)
    {
        if (to > from)
            _events.Append(CultureInfo.InvariantCulture, $"Dialogue: {layer},{Clock(from)},{Clock(to)},Base,,0,0,0,,{body}\n");
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

    private static string Clock(double seconds)
    {
        var hundredths = (long)Math.Round(seconds * 100);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{hundredths / 360000}:{hundredths / 6000 % 60:00}:{hundredths / 100 % 60:00}.{hundredths % 100:00}");
    }
}
