using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Sound.Mix;
using SoraFunctions.Media.Sound.Music;
using SoraFunctions.Media.Sound.Music.Own;
using SoraFunctions.Media.Sound.Scene;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Sound;

/// <summary>The sound of a cut: contacts, hush, spoken lines and music, mixed and mastered.</summary>
internal static class SoundTrack
{
    private const double MusicLoudness = -21;
    private const double SpeechLoudness = -15;

    /// <summary>Makes the sound, whole and in parts.</summary>
    /// <param name="time">When everything happens.</param>
    /// <param name="speaker">Speaks the lines that it can; null for the built-in voice alone.</param>
    /// <param name="warnings">Told of wishes that are not met.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<CutSound> Make(Timeline time, Speaker? speaker, List<string> warnings, CancellationToken cancellation)
    {
        var samples = (int)Math.Round(time.Seconds * StereoTrack.Rate);
        var (voice, spoken) = await new Narration(time, speaker, warnings).Make(samples, cancellation).ConfigureAwait(false);
        Bring(voice, SpeechLoudness);
        var (effects, ambience) = SceneSound.Make(time);
        var stems = new Stems(voice, await Music(time, samples, cancellation).ConfigureAwait(false), effects, ambience);
        cancellation.ThrowIfCancellationRequested();
        Ducking.UnderEffects.Apply(stems.Music, stems.Effects);
        Ducking.UnderVoice.Apply(stems.Music, stems.Voice);
        Ducking.SceneUnderVoice.Apply(stems.Effects, stems.Voice);
        Ducking.SceneUnderVoice.Apply(stems.Ambience, stems.Voice);
        var master = Mastering.Apply(stems.Sum(), time.Order.Loudness, time.Order.TruePeak ?? Mastering.UsualPeak, stems.Voice.IsSilent && stems.Music.IsSilent);
        if (!double.IsNegativeInfinity(master.Loudness) && Math.Abs(master.Loudness - time.Order.Loudness) > 0.5)
            warnings.Add(FormattableString.Invariant($"The sound reaches {master.Loudness:0.0} LUFS instead of {time.Order.Loudness:0.0}: what is in it is not louder without losing its form."));
        return new CutSound(master.Track, stems, master.Gain, master.Loudness, spoken);
    }

    private static async Task<StereoTrack> Music(Timeline time, int samples, CancellationToken cancellation)
    {
        var board = time.Order.Storyboard;
        if (!board.Sound.Music)
            return new StereoTrack(samples);
        var music = time.Music is { } own
            ? OwnBed.Fit(await OwnBed.Read(own, cancellation).ConfigureAwait(false), time.Seconds, board.Sound.Tempo)
            : MusicBed.Make(StyleChoice.Of(board), board.Sound.Tempo, CueSheet.Of(time), time.Order.Seed);
        Bring(music, MusicLoudness);
        music.Scale(board.Sound.Volume ?? 1);
        return music;
    }

    private static void Bring(StereoTrack track, double loudness)
    {
        var measured = LoudnessMeter.Integrated(track);
        if (!double.IsNegativeInfinity(measured))
            track.Scale(Math.Pow(10, (loudness - measured) / 20));
    }
}
