using SoraFunctions.Media.Cuts;

namespace SoraFunctions.Media.Sound;

internal static class SoundTrack
{
    public static async Task<int> Write(Timeline time, string path, List<string> warnings, CancellationToken cancellation)
    {
        var mix = new StereoTrack((int)Math.Round(time.Seconds * StereoTrack.Rate));
        await AacWriter.Write(mix, path, cancellation).ConfigureAwait(false);
        return 0;
    }
}
