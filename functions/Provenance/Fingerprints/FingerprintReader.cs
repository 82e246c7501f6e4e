namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>Takes the fingerprint of a film, or makes the question whether a film is known. Not for several threads at once.</summary>
/// <param name="width">Width of the frames in pixels.</param>
/// <param name="height">Height of the frames in pixels.</param>
public sealed class FingerprintReader(int width, int height)
{
    /// <summary>How many frames a second are looked at; more are of no use, and of a film with fewer some are held.</summary>
    public const double FramesPerSecond = 8;

    /// <summary>Pixels that are kept of the longer side.</summary>
    private const int LongSide = 192;

    private readonly List<SmallFrame> _frames = [];
    private readonly List<double> _times = [];

    /// <summary>Looks at a frame.</summary>
    /// <param name="luma">One byte a pixel, rows from the top.</param>
    /// <param name="seconds">When it is shown: later than the one before.</param>
    public void Add(ReadOnlySpan<byte> luma, double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(luma.Length, width * height);
        if (_times.Count > 0)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(seconds, _times[^1]);
        _frames.Add(SmallFrame.Of(luma, width, height, LongSide));
        _times.Add(seconds);
    }

    /// <summary>What is kept of the film so that copies of it are known again.</summary>
    public Fingerprint Fingerprint()
    {
        if (_times.Count == 0)
            return new Fingerprint([]);
        var area = PictureArea.Whole.Inner(CosineSigns.Part);
        var descriptors = new Descriptor[(int)Math.Floor(_times[^1] * Fingerprints.Fingerprint.Rate + 1e-6) + 1];
        for (int i = 0, at = 0; i < descriptors.Length; i++)
        {
            var seconds = i / (double)Fingerprints.Fingerprint.Rate;
            while (at + 1 < _times.Count && _times[at + 1] <= seconds + 1e-6)
                at++;
            descriptors[i] = CosineSigns.Of(_frames[at], area);
        }

        return new Fingerprint(descriptors);
    }

    /// <summary>The question which known videos the film looks like.</summary>
    public FingerprintQuery Query() => new(_frames, _times);
}
