using SoraFunctions.Contract.Renders;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Likeness;

/// <summary>
/// Takes the fingerprints of pictures, by which copies are found: features of a network that was taught to tell pictures apart (MobileNet v2 of nsfwjs
/// without its last layers), and a perceptual hash. Serves all threads.
/// </summary>
/// <param name="sessions">Runs the model.</param>
public sealed class PictureLikeness(HelperSessions sessions)
{
    private const int Side = 224;

    /// <summary>The fingerprint of a picture; the hash alone where the model is missing.</summary>
    /// <param name="picture">The picture, seen as a whole: squeezed to a square.</param>
    /// <param name="cancellation">Ends the work.</param>
    public PictureFingerprint Describe(RgbView picture, CancellationToken cancellation = default)
    {
        var hash = PerceptualHash.Of(picture);
        var input = Resampler.Resize(picture.Pixels, picture.Width, picture.Height, 3, Side, Side);
        for (var i = 0; i < input.Length; i++)
            input[i] /= 255;
        try
        {
            var features = sessions.Run(HelperModels.Likeness, new(input, 1, Side, Side, 3), null, cancellation)[0].Values;
            var length = MathF.Sqrt(features.Sum(feature => feature * feature));
            return new([.. features.Select(feature => feature / Math.Max(length, float.Epsilon))], hash, null);
        }
        catch (HelperModelException exception)
        {
            return new([], hash, exception.Message);
        }
    }
}
