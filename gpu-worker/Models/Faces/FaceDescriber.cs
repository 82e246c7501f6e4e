using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Faces;

/// <summary>
/// Describes the face of a character so that it can be told whether a picture shows the same person (HSE FaceRes). For people who have agreed alone.
/// Serves all threads.
/// </summary>
/// <param name="sessions">Runs the model.</param>
public sealed class FaceDescriber(HelperSessions sessions)
{
    private const int Side = 224;
    // The square that is looked at, over the longer side of the box around the face: brow to chin and a little more.
    private const float Surroundings = 1.3f;

    /// <summary>Describes a face.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="face">A face that <see cref="FaceDetector"/> found in it.</param>
    /// <param name="consent">The consent of the person whose face it is taken for.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="HelperModelException">The model is not there: nothing else can take its place.</exception>
    public FaceDescriptor Describe(RgbView picture, Face face, CharacterConsent consent, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(consent);
        var side = Math.Max(face.Width, face.Height) * Surroundings;
        var level = LevelSampling.Cut(picture, face.Centre, side, side, Turn(face), Side, Side);
        var values = sessions.Run(HelperModels.FaceDescription, new(level, 1, Side, Side, 3), null, cancellation)[0].Values;
        var length = MathF.Sqrt(values.Sum(value => value * value));
        return new(consent, [.. values.Select(value => value / Math.Max(length, float.Epsilon))]);
    }

    // Along the eyes, and across from the eyes to the mouth: in a profile the eyes alone tell nothing.
    private static float Turn(Face face)
    {
        var eyes = face.LeftEye - face.RightEye;
        var down = face.Mouth - (face.LeftEye + face.RightEye) / 2;
        return MathF.Atan2(eyes.Y - down.X, eyes.X + down.Y);
    }
}
