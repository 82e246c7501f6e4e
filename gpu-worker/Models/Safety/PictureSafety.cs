using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Safety;

/// <summary>
/// Tells whether a picture shows nudity or pornography (nsfwjs). It knows nothing of violence, hate or brands, and errs: its authors give
/// 93% right. Serves all threads.
/// </summary>
/// <param name="sessions">Runs the model.</param>
/// <param name="thresholds">Where the decisions change; null for the usual ones.</param>
public sealed class PictureSafety(HelperSessions sessions, SafetyThresholds? thresholds = null)
{
    private const int Side = 299;

    private readonly SafetyThresholds _thresholds = thresholds ?? new();

    /// <summary>Decides on a picture; says that it did not where the model is missing.</summary>
    /// <param name="picture">The picture, seen as a whole: squeezed to a square.</param>
    /// <param name="cancellation">Ends the work.</param>
    public SafetyVerdict Check(RgbView picture, CancellationToken cancellation = default)
    {
        try
        {
            var scores = sessions.Run(HelperModels.Safety, new(CornerSampling.Square(picture, Side), 1, Side, Side, 3), null, cancellation)[0].Values;
            return _thresholds.Decide(new(scores[0], scores[1], scores[2], scores[3], scores[4]));
        }
        catch (HelperModelException exception)
        {
            return new(SafetyDecision.Unchecked, null, exception.Message);
        }
    }
}
