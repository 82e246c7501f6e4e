using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>Music for one video, composed to its cuts.</summary>
internal static class MusicBed
{
    /// <summary>Composes and plays.</summary>
    /// <param name="style">The kind of music.</param>
    /// <param name="tempo">Ordered beats a minute; null lets the style decide.</param>
    /// <param name="cues">What the picture does.</param>
    /// <param name="seed">Same seed, same music.</param>
    public static StereoTrack Make(MusicStyle style, int? tempo, CueSheet cues, long seed)
    {
        var manner = Style.Of(style);
        var map = TempoMap.Fit(cues, tempo ?? manner.Tempo, tempo is not null);
        // The first stroke comes after the encoder's own samples, or it would be lost.
        const double first = AacWriter.Priming / (double)StereoTrack.Rate + 0.001;
        var notes = new Composer(manner, map, cues, seed).Compose().Select(note => note with { Time = Math.Max(note.Time, first) }).ToList();
        var track = new Orchestra(manner, seed).Play(notes, (int)Math.Round(cues.Seconds * StereoTrack.Rate));
        var ring = Math.Min(1.2, (cues.Seconds - map.At(map.LastBeat)) * 0.6);
        Partials.Smooth(track.Left, 0, ring);
        Partials.Smooth(track.Right, 0, ring);
        return track;
    }
}
