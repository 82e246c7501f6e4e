using System.Numerics;
using SoraFunctions.Models.Catalog;

namespace SoraFunctions.Models.Faces;

/// <summary>
/// Reads what BlazeFace (Bazarevsky and others 2019) gives for a square of 256 pixels: 16 x 16 places with two guesses each and 8 x 8 with six; a guess is
/// a score, and a box and six points relative to the middle of its place.
/// </summary>
internal static class FaceAnchors
{
    private const int Side = 256;
    private const int Numbers = 16;
    private const float Threshold = 0.65f;
    private const float Overlap = 0.3f;

    /// <summary>The faces, in pixels of the square.</summary>
    /// <param name="results">Scores and boxes of the fine places, then of the coarse ones: as the model orders them, scores first.</param>
    public static List<Face> Read(IReadOnlyList<Tensor> results) =>
        Merged([.. Guesses(results[0].Values, results[2].Values, 16, 2), .. Guesses(results[1].Values, results[3].Values, 8, 6)]);

    private static IEnumerable<Face> Guesses(float[] scores, float[] boxes, int places, int each)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var confidence = 1 / (1 + MathF.Exp(-Math.Clamp(scores[i], -80, 80)));
            if (confidence < Threshold)
                continue;
            var place = i / each;
            var middle = new Vector2(place % places + 0.5f, place / places + 0.5f) * (Side / places);
            var at = i * Numbers;
            Vector2 Point(int pair) => middle + new Vector2(boxes[at + 2 * pair], boxes[at + 2 * pair + 1]);
            yield return new(Point(0), boxes[at + 2], boxes[at + 3], confidence, Point(2), Point(3), Point(4), Point(5));
        }
    }

    // Guesses that overlap the surest are one face: their mean, weighted by how sure each is.
    private static List<Face> Merged(List<Face> guesses)
    {
        var rest = guesses.OrderByDescending(face => face.Confidence).ToList();
        var faces = new List<Face>();
        while (rest.Count > 0)
        {
            var same = rest.Where(face => SharedPart(rest[0], face) > Overlap).ToList();
            rest = [.. rest.Except(same)];
            var total = same.Sum(face => face.Confidence);
            Vector2 Mean(Func<Face, Vector2> point) => same.Aggregate(Vector2.Zero, (sum, face) => sum + point(face) * face.Confidence) / total;
            var size = Mean(face => new(face.Width, face.Height));
            faces.Add(new(Mean(face => face.Centre), size.X, size.Y, same[0].Confidence,
                Mean(face => face.RightEye), Mean(face => face.LeftEye), Mean(face => face.Nose), Mean(face => face.Mouth)));
        }
        return faces;
    }

    // Intersection over union. A face shares itself whole, whatever its numbers are, so that each turn takes one at least.
    private static float SharedPart(Face one, Face other)
    {
        if (ReferenceEquals(one, other))
            return 1;
        float Along(float a, float lengthA, float b, float lengthB) =>
            Math.Max(0, Math.Min(a + lengthA / 2, b + lengthB / 2) - Math.Max(a - lengthA / 2, b - lengthB / 2));
        var shared = Along(one.Centre.X, one.Width, other.Centre.X, other.Width) * Along(one.Centre.Y, one.Height, other.Centre.Y, other.Height);
        return shared / (one.Width * one.Height + other.Width * other.Height - shared);
    }
}
