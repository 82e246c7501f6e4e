namespace SoraFunctions.Media.Sound;

/// <summary>
/// The parts of a cut's sound, each as long as the video. They are at the levels they have in the mix: music has given way to voice
/// and effects already, so that the mix is their sum, brought to its loudness and limited.
/// </summary>
/// <param name="Voice">Spoken lines.</param>
/// <param name="Music">Composed or the caller's own.</param>
/// <param name="Effects">What bodies do: contacts and motion.</param>
/// <param name="Ambience">The places.</param>
internal sealed record Stems(StereoTrack Voice, StereoTrack Music, StereoTrack Effects, StereoTrack Ambience)
{
    /// <summary>All four at once.</summary>
    public StereoTrack Sum()
    {
        var sum = new StereoTrack(Voice.Samples);
        foreach (var stem in (StereoTrack[])[Voice, Music, Effects, Ambience])
            sum.Add(stem, 1);
        return sum;
    }
}
