using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Smooth irregularity in space: a few waves in chance directions, the shorter the weaker.</summary>
internal sealed class Bumps
{
    private readonly (Vector3 Wave, float Strength, float Phase)[] _waves;

    /// <summary>Draws the waves.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="longest">Length in metres of the longest wave.</param>
    /// <param name="octaves">How many times the length is halved.</param>
    public Bumps(Random random, float longest, int octaves)
    {
        const int each = 4;
        _waves = [.. from octave in Enumerable.Range(0, octaves)
                     from _ in Enumerable.Range(0, each)
                     let direction = new Vector3(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f) + new Vector3(1e-3f)
                     select (Vector3.Normalize(direction) * (MathF.Tau * (1 << octave) / longest), MathF.Pow(0.5f, octave) / each, random.NextSingle() * MathF.Tau)];
    }

    /// <summary>The value at a point: mean 0, seldom beyond -1 and 1.</summary>
    public float At(Vector3 point)
    {
        var sum = 0f;
        foreach (var (wave, strength, phase) in _waves)
        {
            sum += strength * MathF.Sin(Vector3.Dot(wave, point) + phase);
        }

        return sum;
    }
}
