namespace SoraFunctions.Media.Sound.Mix;

/// <summary>Makes room: one track gives way while another sounds.</summary>
internal static class Ducking
{
    private const int Block = 240;

    /// <summary>Lowers a track in place.</summary>
    /// <param name="bed">What gives way.</param>
    /// <param name="lead">What it gives way to.</param>
    /// <param name="depth">Gain at most taken away, 0 to 1.</param>
    /// <param name="threshold">Level of the lead at which half of it is taken.</param>
    /// <param name="attack">Seconds in which it gives way.</param>
    /// <param name="release">Seconds in which it comes back.</param>
    public static void Apply(StereoTrack bed, StereoTrack lead, double depth, double threshold, double attack, double release)
    {
        var (down, up) = (Step(attack), Step(release));
        var (gain, before) = (1.0, 1.0);
        for (var start = 0; start < bed.Samples; start += Block)
        {
            // Looking one attack ahead, the way is free when the sound comes.
            var ahead = Math.Min(lead.Samples, start + (int)(attack * StereoTrack.Rate) + Block);
            var level = 0f;
            for (var i = Math.Max(0, ahead - 2 * Block); i < ahead; i++)
                level = Math.Max(level, Math.Max(Math.Abs(lead.Left[i]), Math.Abs(lead.Right[i])));
            var wanted = 1 - depth * level * level / (level * level + threshold * threshold);
            gain += (wanted - gain) * (wanted < gain ? down : up);
            for (var i = start; i < Math.Min(bed.Samples, start + Block); i++)
            {
                var now = (float)(before + (gain - before) * (i - start) / Block);
                bed.Left[i] *= now;
                bed.Right[i] *= now;
            }

            before = gain;
        }
    }

    private static double Step(double seconds) => 1 - Math.Exp(-Block / (seconds * StereoTrack.Rate));
}
