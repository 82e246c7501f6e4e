namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>
/// The sound of places. Everything in it depends on the time in the video and the seed, not on where a shot begins: over cuts within a
/// place it goes on, a place that is come back to has gone on in the meantime, and nothing comes round again.
/// </summary>
internal static class Ambience
{
    /// <summary>Seconds in which one place gives way to another, half before the cut and half after.</summary>
    public const double Crossfade = 0.3;

    /// <summary>Adds the places of a video.</summary>
    /// <param name="track">Where to.</param>
    /// <param name="stays">Its places.</param>
    /// <param name="seed">Same seed, same sound.</param>
    public static void Add(StereoTrack track, IReadOnlyList<Stay> stays, long seed)
    {
        for (var i = 0; i < stays.Count; i++)
        {
            var stay = stays[i];
            var (from, to) = (i == 0 ? 0 : stay.From - Crossfade / 2, i == stays.Count - 1 ? track.Samples / (double)StereoTrack.Rate : stay.To + Crossfade / 2);
            var start = Math.Max(0, (int)Math.Round(from * StereoTrack.Rate));
            var place = new StereoTrack(Math.Max(0, Math.Min(track.Samples, (int)Math.Round(to * StereoTrack.Rate)) - start));
            var layers = Places.Of(stay.Setting).Concat(stay.Rain is { } rain ? [new Raining(rain)] : []);
            var own = seed * 31 + (int)stay.Setting;
            foreach (var layer in layers)
                layer.Add(place, start, unchecked(own = own * 1_000_003 + 17));
            Lay(track, place, start, i > 0, i < stays.Count - 1);
        }
    }

    // Equal power, for the places have nothing in common.
    private static void Lay(StereoTrack track, StereoTrack place, int start, bool rises, bool falls)
    {
        var fade = Crossfade * StereoTrack.Rate;
        for (var i = 0; i < place.Samples; i++)
        {
            var up = rises && i < fade ? Math.Sin(0.5 * Math.PI * (i + 0.5) / fade) : 1;
            var down = falls && place.Samples - i < fade ? Math.Sin(0.5 * Math.PI * (place.Samples - i - 0.5) / fade) : 1;
            track.Left[start + i] += (float)(place.Left[i] * up * down);
            track.Right[start + i] += (float)(place.Right[i] * up * down);
        }
    }
}
