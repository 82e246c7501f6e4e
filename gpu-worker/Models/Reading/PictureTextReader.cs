using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Reading;

/// <summary>
/// Reads Chinese and English in a picture (PP-OCRv4): finds the lines, then reads each. Lines may be turned, by less than 45 degrees from upright.
/// Serves all threads.
/// </summary>
/// <param name="sessions">Runs the models.</param>
public sealed class PictureTextReader(HelperSessions sessions)
{
    // The detector looks at pictures of up to this side, in multiples of 32 pixels.
    private const int LongestSide = 960;
    private const int Multiple = 32;
    private const float LeastConfidence = 0.5f;

    private static readonly float[] _mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] _deviation = [0.229f, 0.224f, 0.225f];

    private readonly Lazy<CtcDecoder> _decoder = new(() => new(File.ReadLines(sessions.File(HelperModels.TextCharacters))), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Reads a picture; says why it did not where a model is missing. Lines that it is less than half sure of are left out.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="cancellation">Ends the work.</param>
    public TextReading Read(RgbView picture, CancellationToken cancellation = default)
    {
        try
        {
            var lines = new List<TextLine>();
            foreach (var box in Find(picture, cancellation))
            {
                var steps = sessions.Run(HelperModels.TextRecognition, LineCrop.Cut(picture, box), null, cancellation)[0];
                if (steps.Shape[^1] != _decoder.Value.Classes)
                    throw new HelperModelException($"the recogniser gives {steps.Shape[^1]} classes where there are {_decoder.Value.Classes} characters");
                var (text, confidence) = _decoder.Value.Decode(steps.Values);
                if (confidence >= LeastConfidence && !string.IsNullOrWhiteSpace(text))
                    lines.Add(new(text.Trim(), confidence, box));
            }
            return new([.. InOrder(lines)], null);
        }
        catch (HelperModelException exception)
        {
            return new([], exception.Message);
        }
    }

    private List<TextBox> Find(RgbView picture, CancellationToken cancellation)
    {
        var scale = Math.Min(1, (float)LongestSide / Math.Max(picture.Width, picture.Height));
        int Fit(int length) => Math.Max(Multiple, (int)MathF.Round(length * scale / Multiple) * Multiple);
        var (width, height) = (Fit(picture.Width), Fit(picture.Height));
        var map = sessions.Run(HelperModels.TextDetection, Input(picture, width, height), null, cancellation)[0].Values;
        var (across, down) = ((float)picture.Width / width, (float)picture.Height / height);
        return [.. TextMap.Lines(map, width, height).Select(box => box with
        {
            CentreX = box.CentreX * across, Width = box.Width * across, CentreY = box.CentreY * down, Height = box.Height * down,
        })];
    }

    // Planes of blue, green and red, which the means of red, green and blue are taken from: as the model was trained.
    private static Tensor Input(RgbView picture, int width, int height)
    {
        var pixels = Resampler.Resize(picture.Pixels, picture.Width, picture.Height, 3, width, height);
        var planes = new float[pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var plane = 2 - i % 3;
            planes[plane * width * height + i / 3] = (pixels[i] / 255 - _mean[plane]) / _deviation[plane];
        }
        return new(planes, 1, 3, height, width);
    }

    // Lines whose heights overlap by half stand in one row.
    private static IEnumerable<TextLine> InOrder(List<TextLine> lines)
    {
        var rest = lines.OrderBy(line => line.Box.CentreY).ToList();
        while (rest.Count > 0)
        {
            var first = rest[0].Box;
            var row = rest.Where(line => line.Box.CentreY - first.CentreY < first.Height / 2).OrderBy(line => line.Box.CentreX).ToList();
            foreach (var line in row)
                yield return line;
            rest.RemoveAll(row.Contains);
        }
    }
}
