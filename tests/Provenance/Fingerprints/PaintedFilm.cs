using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Provenance.Tests.Fingerprints;

/// <summary>A film of soft blobs that drift; another seed is another film.</summary>
/// <param name="seed">Which.</param>
internal sealed class PaintedFilm(int seed)
{
    public const int Width = 96;

    public const int Height = 54;

    private const int Blobs = 24;

    private readonly double[] _numbers = Numbers(seed);

    /// <summary>Something that is done to a point of a copy: where it was in the film.</summary>
    public delegate (double X, double Y) Place(double x, double y);

    /// <summary>Reads a copy of it.</summary>
    /// <param name="from">Where the copy begins, in seconds of the film.</param>
    /// <param name="seconds">How long the copy is.</param>
    /// <param name="speed">Seconds of the film in one of the copy.</param>
    /// <param name="place">Where a point of the copy was; outside of 0 to 1 is black.</param>
    /// <param name="change">What was done to grey levels.</param>
    public FingerprintReader Read(double from, double seconds, double speed = 1, Place? place = null, Func<double, double, double, double>? change = null)
    {
        var reader = new FingerprintReader(Width, Height);
        var time = 0.0;
        foreach (var frame in Frames(from, seconds, speed, place, change))
        {
            reader.Add(frame, time);
            time += 1 / FingerprintReader.FramesPerSecond;
        }

        return reader;
    }

    /// <summary>The frames of such a copy, eight a second; each is valid until the next.</summary>
    public IEnumerable<byte[]> Frames(double from, double seconds, double speed = 1, Place? place = null, Func<double, double, double, double>? change = null)
    {
        var luma = new byte[Width * Height];
        for (var i = 0; i / FingerprintReader.FramesPerSecond < seconds; i++)
        {
            for (var at = 0; at < luma.Length; at++)
            {
                var (x, y) = ((at % Width + 0.5) / Width, (at / Width + 0.5) / Height);
                var (u, v) = place?.Invoke(x, y) ?? (x, y);
                var level = u is < 0 or > 1 || v is < 0 or > 1 ? 16 : Level(u, v, from + speed * i / FingerprintReader.FramesPerSecond);
                luma[at] = (byte)Math.Clamp(change?.Invoke(level, x, y) ?? level, 0, 255);
            }

            yield return luma;
        }
    }

    private double Level(double x, double y, double time)
    {
        var level = 110.0;
        for (var blob = 0; blob < Blobs; blob++)
        {
            var n = _numbers.AsSpan(blob * 6, 6);
            var (dx, dy) = (x - n[0] - 0.15 * Math.Sin(time * n[4] + n[5]), y - n[1] - 0.15 * Math.Cos(time * n[5] + n[4]));
            level += n[3] * Math.Exp(-(dx * dx + dy * dy) / n[2]);
        }

        return level;
    }

    private static double[] Numbers(int seed)
    {
        var chance = new Random(seed);
        var numbers = new double[Blobs * 6];
        for (var blob = 0; blob < Blobs; blob++)
        {
            double[] one =
            [
                chance.NextDouble(), chance.NextDouble(), 0.001 + 0.02 * chance.NextDouble(),
                (chance.NextDouble() < 0.5 ? -1 : 1) * (30 + 50 * chance.NextDouble()), 1 + (2 * chance.NextDouble()), 1 + (2 * chance.NextDouble()),
            ];
            one.CopyTo(numbers, blob * 6);
        }

        return numbers;
    }
}
