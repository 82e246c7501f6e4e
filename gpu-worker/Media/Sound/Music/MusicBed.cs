using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>Music for one video, composed to its cuts.</summary>
internal static class MusicBed
{
    /// <summary>Composes and plays.</summary>
    /// <param name="mood">The feeling.</param>
    /// <param name="tempo">Ordered beats a minute; null lets the mood decide.</param>
    /// <param name="seconds">Length of the video.</param>
    /// <param name="starts">When shots begin, the end card included.</param>
    /// <param name="seed">Same seed, same music.</param>
    public static StereoTrack Make(Mood mood, int? tempo, double seconds, IReadOnlyList<double> starts, long seed)
    {
        var style = Style.Of(mood);
        var grid = Grid.Fit(seconds, starts, style.Tempo, tempo);
        var notes = new Composer(style, grid, starts, seconds, seed).Compose();
        // The first stroke comes after the encoder's own samples, or it would be lost.
        const double first = AacWriter.Priming / (double)StereoTrack.Rate + 0.001;
        var late = notes.Select(note => note with { Time = Math.Max(note.Time, first) }).ToList();
        var track = Orchestra.Play(late, style, (int)Math.Round(seconds * StereoTrack.Rate), seed);
        var end = Math.Min(track.Samples, (int)(StereoTrack.Rate * Math.Min(1.2, (seconds - grid.At(grid.LastBeat)) * 0.6)));
        Partials.Smooth(track.Left, 0, end / (double)StereoTrack.Rate);
        Partials.Smooth(track.Right, 0, end / (double)StereoTrack.Rate);
        return track;
    }
}
