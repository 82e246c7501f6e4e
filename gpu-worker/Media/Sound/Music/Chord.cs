namespace SoraFunctions.Media.Sound.Music;

/// <summary>Thirds stacked on a degree of a scale.</summary>
internal sealed class Chord(Style style, int tonic, int degree, int tones)
{
    /// <summary>The bass: the degree itself in the octave from C2 on, the lowest that small loudspeakers hint at.</summary>
    public int Root => 36 + Key(degree) % 12;

    /// <summary>Keys of the tones modulo the octave.</summary>
    public IReadOnlyList<int> Classes { get; } =
        [.. Enumerable.Range(0, tones).Select(i => Semitones(style, degree + 2 * i) + tonic).Select(key => key % 12)];

    /// <summary>The tones about a middle key, each as near as possible to one of the chord before.</summary>
    public IReadOnlyList<int> Voiced(IReadOnlyList<int> before, int middle)
    {
        var keys = new List<int>();
        foreach (var tone in Classes)
        {
            var choices = Enumerable.Range(middle - 9, 19).Where(key => key % 12 == tone && !keys.Contains(key)).ToList();
            keys.Add(choices.MinBy(key => (before.Count == 0 ? Math.Abs(key - middle) : before.Min(old => Math.Abs(key - old)) + Math.Abs(key - middle) * 0.15)
                + keys.Count(other => Math.Abs(other - key) == 1) * 2));
        }

        keys.Sort();
        return keys;
    }

    /// <summary>The key of this chord that is nearest to another key.</summary>
    public int Nearest(int key) => Enumerable.Range(key - 6, 13).Where(k => Classes.Take(3).Contains(k % 12)).MinBy(k => Math.Abs(k - key));

    private static int Semitones(Style style, int degree) => style.Scale[degree % 7] + 12 * (degree / 7);

    private int Key(int of) => tonic + Semitones(style, of);
}
