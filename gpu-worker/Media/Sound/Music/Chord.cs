namespace SoraFunctions.Media.Sound.Music;

/// <summary>Every second tone of a scale from a degree on: thirds where it has seven tones, thirds and fourths where it has five.</summary>
internal sealed class Chord
{
    private readonly int _root;
    private readonly int _fifth;

    /// <summary>Stacks a chord.</summary>
    /// <param name="scale">Semitones of the scale's degrees above its tonic.</param>
    /// <param name="tonic">MIDI key of the tonic.</param>
    /// <param name="degree">Which degree it stands on; 0 is the tonic.</param>
    /// <param name="tones">How many tones.</param>
    public Chord(int[] scale, int tonic, int degree, int tones)
    {
        _root = tonic + Semitones(scale, degree);
        Classes = [.. Enumerable.Range(0, tones).Select(i => (tonic + Semitones(scale, degree + 2 * i)) % 12)];
        _fifth = scale.Contains((_root + 7 - tonic) % 12) ? 7 : 12;
    }

    private Chord(int tonic, IReadOnlyList<int> classes) => (_root, _fifth, Classes) = (tonic, 7, classes);

    /// <summary>The bass: the degree itself in the octave from C2 on, the lowest that small loudspeakers hint at.</summary>
    public int Root => 36 + _root % 12;

    /// <summary>The fifth above the bass; its octave where the scale has no such fifth.</summary>
    public int Fifth => Root + _fifth;

    /// <summary>Keys of the tones modulo the octave.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>The chord of the tonic: where everything comes to rest.</summary>
    public static Chord Home(int[] scale, int tonic) =>
        new(tonic, [.. new[] { 0, scale.Contains(4) ? 4 : 3, 7 }.Select(tone => (tonic + tone) % 12)]);

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

    private static int Semitones(int[] scale, int degree) => scale[degree % scale.Length] + 12 * (degree / scale.Length);
}
