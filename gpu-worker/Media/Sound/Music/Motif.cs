namespace SoraFunctions.Media.Sound.Music;

/// <summary>The idea of a tune: two rhythms with their rise and fall, used as A A' B A.</summary>
internal sealed class Motif
{
    private readonly Style _style;
    private readonly double[][] _rhythms;
    private readonly int[][] _steps;

    public Motif(Style style, Chance chance)
    {
        _style = style;
        var first = chance.Of(style.Rhythms);
        var second = chance.Of(style.Rhythms);
        _rhythms = [first, second];
        _steps = [Contour(first.Length, chance), Contour(second.Length, chance)];
    }

    /// <summary>The notes of a bar: beat, semitones from the note before, whether it is stressed, and beats.</summary>
    public IEnumerable<(double Beat, int Step, bool Strong, double Beats)> Bar(int bar)
    {
        var phrase = bar % 4;
        var which = phrase == 2 ? 1 : 0;
        var rhythm = _rhythms[which];
        // The last bar of a phrase says less: there the tune breathes.
        var count = phrase == 3 ? Math.Max(1, rhythm.Length / 2) : rhythm.Length;
        for (var i = 0; i < count; i++)
        {
            var step = _steps[which][i] * (phrase == 1 && i == rhythm.Length - 1 ? -1 : 1);
            var next = i + 1 < count ? rhythm[i + 1] : 4;
            yield return (rhythm[i], step, i == 0 || rhythm[i] % 2 == 0, Math.Max(0.4, (next - rhythm[i]) * 0.95));
        }
    }

    /// <summary>The nearest key of the tune's own scale.</summary>
    public int InScale(int key, int tonic) => Enumerable.Range(key - 3, 7)
        .Where(k => _style.Tune.Any(degree => (_style.Scale[degree] + tonic) % 12 == k % 12))
        .MinBy(k => Math.Abs(k - key));

    /// <summary>Mostly steps, now and then a leap that is followed by a step back.</summary>
    private static int[] Contour(int length, Chance chance)
    {
        var steps = new int[length];
        var direction = chance.Next() < 0.5 ? 1 : -1;
        for (var i = 0; i < length; i++)
        {
            var leap = chance.Next() < 0.25;
            steps[i] = direction * (leap ? 5 : 2);
            if (leap || chance.Next() < 0.35)
                direction = -direction;
        }

        return steps;
    }
}
