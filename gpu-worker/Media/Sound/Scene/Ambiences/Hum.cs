namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>A steady low tone with overtones that beat slowly: a refrigerator, a machine, a ship.</summary>
/// <param name="Hertz">Lowest tone.</param>
/// <param name="Level">Amplitude.</param>
/// <param name="Falling">How much weaker overtones are: with their number to minus this.</param>
/// <param name="Overtones">How many tones.</param>
internal sealed record Hum(double Hertz, double Level, double Falling, int Overtones) : Layer
{
    private const int Block = 128;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        for (var n = 1; n <= Overtones; n++)
        {
            var chance = new Chance(unchecked(seed + n * 7919));
            Side(track.Left, start, n, new Drift(3.1, seed + n), chance.Next(), 1 + 0.002 * (chance.Next() - 0.5));
            Side(track.Right, start, n, new Drift(3.7, seed - n), chance.Next(), 1 + 0.002 * (chance.Next() - 0.5));
        }
    }

    private void Side(float[] side, long start, int n, Drift drift, double phase, double off)
    {
        var (gain, turn) = (Level * Math.Pow(n, -Falling), Hertz * n * off / StereoTrack.Rate);
        var (cos, sin) = (Math.Cos(2 * Math.PI * turn), Math.Sin(2 * Math.PI * turn));

        // The phase belongs to the time of the video, so that it does not begin anew.
        var now = 2 * Math.PI * ((phase + turn * start) % 1);
        var (x, y, loud) = (Math.Cos(now), Math.Sin(now), -1.0);
        for (var at = 0; at < side.Length; at += Block)
        {
            var to = gain * (0.55 + 0.9 * drift.At((start + at) / (double)StereoTrack.Rate));
            loud = loud < 0 ? to : loud;
            var step = (to - loud) / Block;
            for (var i = at; i < Math.Min(side.Length, at + Block); i++, loud += step)
            {
                side[i] += (float)(y * loud);
                (x, y) = (x * cos - y * sin, x * sin + y * cos);
            }
        }
    }
}
