namespace SoraFunctions.Service.Jobs;

/// <summary>
/// The time between looks into the store: the usual one while there are jobs, growing by half at each look while there are none, up to five times as long.
/// It stays well below the lease, so that nobody who idles counts as one who could not look.
/// </summary>
/// <param name="usual">The time while there are jobs.</param>
/// <param name="lease">Silence after which a job's owner counts as dead.</param>
internal sealed class LookPace(TimeSpan usual, TimeSpan lease)
{
    private const double Growth = 1.5;
    private const double Slowest = 5;

    private TimeSpan? _last;

    /// <summary>The time until the next look.</summary>
    /// <param name="busy">Whether there are jobs.</param>
    public TimeSpan Next(bool busy)
    {
        var grown = Least((_last ?? usual) * Growth, Least(usual * Slowest, lease / 3));
        _last = busy || grown < usual ? usual : grown;
        return _last.Value;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
