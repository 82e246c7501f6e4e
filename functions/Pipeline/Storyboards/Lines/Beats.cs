using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Storyboards.Lines;

/// <summary>When the beats of the caller's own music are, counted from its first sound, as it is played.</summary>
internal static class Beats
{
    /// <summary>How far the tempo that the caller says may be from what is heard, or from its half or double, and mean the same.</summary>
    private const double Same = 0.04;

    /// <summary>The beats up to a time; null where none are known.</summary>
    /// <param name="wish">The music.</param>
    /// <param name="seconds">Length of the video.</param>
    public static IReadOnlyList<decimal>? Of(MusicWish wish, decimal seconds)
    {
        if (wish is { Heard: { Tempo: { } tempo, Beats: { Count: > 0 } heard } } && Agree(wish.Tempo, tempo))
        {
            // Music that is shorter than the video is repeated by whole bars, so that its beats go on.
            var beats = heard.Select(beat => (decimal)beat).ToList();
            for (var beat = 60m / (decimal)tempo; beats[^1] + beat < seconds;)
            {
                beats.Add(beats[^1] + beat);
            }

            return beats;
        }

        return wish.Tempo is { } said ? [.. Enumerable.Range(1, (int)(seconds * said / 60)).Select(i => i * 60m / said)] : null;
    }

    private static bool Agree(int? said, double heard) => said is not { } tempo
        || new[] { 0.5, 1, 2 }.Any(times => Math.Abs((heard / (tempo * times)) - 1) < Same);
}
