namespace SoraFunctions.Media.Sound.Music;

/// <summary>Where beats fall: from the first frame on, and such that the last chord comes on a beat and has time to ring out.</summary>
/// <param name="Beat">Seconds of a beat.</param>
/// <param name="LastBeat">The beat of the last chord.</param>
internal sealed record Grid(double Beat, int LastBeat)
{
    public double At(double beat) => beat * Beat;

    /// <summary>
    /// Bends the tempo by up to 9 % (not at all when it was ordered) so that shots begin on beats, and the last chord begins a
    /// phrase and rings one to three seconds.
    /// </summary>
    /// <param name="seconds">Length of the video.</param>
    /// <param name="starts">When shots begin.</param>
    /// <param name="usual">Beats a minute of the style.</param>
    /// <param name="ordered">Beats a minute that the storyboard wants; null for any.</param>
    public static Grid Fit(double seconds, IReadOnlyList<double> starts, double usual, int? ordered)
    {
        var best = (Cost: double.MaxValue, Grid: new Grid(60 / usual, 0));
        var (slow, fast) = ordered is { } exact ? (exact, exact) : (usual * 0.91, usual * 1.09);
        for (var tempo = slow; tempo <= fast + 1e-9; tempo += 0.25)
        {
            var beat = 60 / tempo;
            for (var last = 0; last * beat < seconds - 0.4; last++)
            {
                var ring = seconds - last * beat;
                var cost = starts.Select(start => Math.Abs(start / beat - Math.Round(start / beat)) * beat).DefaultIfEmpty(0).Average() * 6
                    + Math.Abs(tempo / usual - 1) * 1.5
                    + (last % 4 == 0 ? 0 : last % 2 == 0 ? 0.35 : 0.8)
                    + Math.Max(0, 1.5 - ring) * 2 + Math.Max(0, ring - 2.8) * 0.8;
                if (cost < best.Cost)
                    best = (cost, new Grid(beat, last));
            }
        }

        return best.Grid;
    }
}
