using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.CutOut;

/// <summary>
/// Cuts people out of a picture (MediaPipe selfie segmentation): those that fill a good part of it. It knows people alone; for products see
/// <see cref="ProductCutOut"/>. Serves all threads.
/// </summary>
/// <param name="sessions">Runs the model.</param>
public sealed class PeopleCutOut(HelperSessions sessions)
{
    private const int Side = 256;

    /// <summary>Cuts out the people; where there are none, the matte is empty.</summary>
    /// <param name="picture">The picture, seen as a whole: squeezed to a square.</param>
    /// <param name="cancellation">Ends the work.</param>
    public CutOutResult Cut(RgbView picture, CancellationToken cancellation = default)
    {
        var input = Resampler.Resize(picture.Pixels, picture.Width, picture.Height, 3, Side, Side);
        for (var i = 0; i < input.Length; i++)
            input[i] /= 255;
        try
        {
            var coarse = sessions.Run(HelperModels.People, new(input, 1, Side, Side, 3), null, cancellation)[0].Values;
            return new(GuidedFilter.Refine(coarse, Side, Side, picture), null);
        }
        catch (HelperModelException exception)
        {
            return new(null, exception.Message);
        }
    }
}
