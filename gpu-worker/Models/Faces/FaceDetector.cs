using System.Numerics;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Faces;

/// <summary>Finds faces in a picture (MediaPipe BlazeFace); whose they are it does not know. Serves all threads.</summary>
/// <param name="sessions">Runs the model.</param>
public sealed class FaceDetector(HelperSessions sessions)
{
    private const int Side = 256;

    /// <summary>Finds the faces that are at least about a twentieth of the picture's longer side wide.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="cancellation">Ends the work.</param>
    public FaceDetection Find(RgbView picture, CancellationToken cancellation = default)
    {
        var scale = (float)Side / Math.Max(picture.Width, picture.Height);
        var (width, height) = (Math.Max(1, (int)MathF.Round(picture.Width * scale)), Math.Max(1, (int)MathF.Round(picture.Height * scale)));
        var margin = new Vector2((Side - width) / 2, (Side - height) / 2);
        try
        {
            var results = sessions.Run(HelperModels.FaceDetection, Input(picture, width, height, margin), null, cancellation);
            var stretch = new Vector2((float)picture.Width / width, (float)picture.Height / height);
            Vector2 InPicture(Vector2 point) => (point - margin) * stretch;
            return new([.. FaceAnchors.Read(results).Select(face => new Face(
                InPicture(face.Centre), face.Width * stretch.X, face.Height * stretch.Y, face.Confidence,
                InPicture(face.RightEye), InPicture(face.LeftEye), InPicture(face.Nose), InPicture(face.Mouth)))], null);
        }
        catch (HelperModelException exception)
        {
            return new([], exception.Message);
        }
    }

    // A square with the whole picture in its middle, channels from -1 to 1, black around.
    private static Tensor Input(RgbView picture, int width, int height, Vector2 margin)
    {
        var pixels = Resampler.Resize(picture.Pixels, picture.Width, picture.Height, 3, width, height);
        var values = new float[Side * Side * 3];
        Array.Fill(values, -1);
        for (var y = 0; y < height; y++)
        {
            var to = values.AsSpan(((y + (int)margin.Y) * Side + (int)margin.X) * 3, width * 3);
            for (var i = 0; i < to.Length; i++)
                to[i] = pixels[y * width * 3 + i] / 127.5f - 1;
        }
        return new(values, 1, Side, Side, 3);
    }
}
