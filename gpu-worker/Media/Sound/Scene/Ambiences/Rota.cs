namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Instants at which something happens, by chance but for the same seed always the same: so many in each stretch of time.</summary>
internal static class Rota
{
    /// <summary>The instants that may be heard in a track, each with chance of its own.</summary>
    /// <param name="every">Mean seconds between two.</param>
    /// <param name="longest">Seconds that one is heard.</param>
    /// <param name="start">The video's sample at which the track begins.</param>
    /// <param name="samples">Length of the track.</param>
    /// <param name="seed">Same seed, same instants.</param>
    /// <returns>The sample of the track, possibly before its beginning, and the chance.</returns>
    public static IEnumerable<(int At, Chance Chance)> Of(double every, double longest, long start, int samples, long seed)
    {
        // Cells of time, each with none, one or two: neither even nor in heaps.
        var (from, to) = ((start / (double)StereoTrack.Rate) - longest, (start + samples) / (double)StereoTrack.Rate);
        for (var cell = (long)Math.Floor(from / every); cell * every < to; cell++)
        {
            var chance = new Chance(unchecked(seed * 0x2545f4914f6cdd1d + cell));
            var count = chance.Next() < 0.25 ? 0 : chance.Next() < 0.67 ? 1 : 2;
            for (var i = 0; i < count; i++)
            {
                var time = (cell + chance.Next()) * every;
                var own = new Chance(unchecked(seed * 7_368_787 + cell * 31 + i));
                if (time >= from && time < to)
                    yield return ((int)(Math.Round(time * StereoTrack.Rate) - start), own);
            }
        }
    }
}
