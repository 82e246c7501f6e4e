namespace SoraFunctions.Media.Sound;

/// <summary>Numbers that look random and are the same for the same seed on every machine (xorshift64*, Vigna 2016).</summary>
internal sealed class Chance
{
    private ulong _state;

    public Chance(long seed)
    {
        // One step of splitmix64, so that neighbouring seeds have nothing in common.
        var z = (ulong)seed + 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        _state = (z ^ (z >> 31)) | 1;
    }

    /// <summary>0 to 1, 1 excluded.</summary>
    public double Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return ((_state * 0x2545f4914f6cdd1d) >> 11) * (1.0 / (1ul << 53));
    }

    /// <summary>-1 to 1.</summary>
    public float Noise() => (float)(2 * Next() - 1);

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[(int)(Next() * choices.Count)];
}
