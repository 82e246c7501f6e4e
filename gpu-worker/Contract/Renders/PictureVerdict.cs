using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>What a picture-safety model says about the frames of a video.</summary>
/// <param name="Model">Name and version of the model.</param>
/// <param name="Safe">Whether every frame that was looked at may be shown, if perhaps only after a person has seen it, of which the notes then tell.</param>
/// <param name="Scores">The worst score of any frame by category, 0 (harmless) to 1.</param>
/// <param name="WorstSecond">Time of the worst frame in seconds from the first.</param>
/// <param name="Review">Whether a person has to see it first, for a machine to read.</param>
public sealed record PictureVerdict(
    string Model,
    bool Safe,
    IReadOnlyDictionary<string, double> Scores,
    double WorstSecond,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Review = false);
