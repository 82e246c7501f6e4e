using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Upscaling;

/// <summary>
/// Enlarges pictures by networks that restore lines and texture (ESRGAN of UpscalerJS), in tiles, so that memory does not grow with the
/// picture. A tile sees as far beyond its edges as the network looks, so there are no seams. Serves all threads.
/// </summary>
/// <param name="sessions">Runs the models.</param>
public sealed class Upscaler(HelperSessions sessions)
{
    /// <summary>The side of a tile, in pixels of the small picture.</summary>
    internal const int Tile = 128;

    // How far the networks look: the sums of the radii of their convolutions, 9.5 and 17.5 pixels.
    private const int SlimMargin = 10;
    private const int MediumMargin = 18;

    /// <summary>Why a network cannot be used, and how to get it; null when it can.</summary>
    /// <param name="factor">How many times it enlarges: 2, 3 or 4.</param>
    /// <param name="method">Which; a filter can always be used.</param>
    public string? Problem(int factor, UpscalingMethod method) =>
        method == UpscalingMethod.Lanczos ? null : sessions.Problem(HelperModels.Upscalers[(factor, method == UpscalingMethod.Medium)]);

    /// <summary>Enlarges a picture; by a filter where the network is missing.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="factor">How many times: 2, 3 or 4.</param>
    /// <param name="method">What to enlarge it with.</param>
    /// <param name="cancellation">Ends the work.</param>
    public UpscalingResult Enlarge(RgbView picture, int factor, UpscalingMethod method = UpscalingMethod.Slim, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factor, 4);
        if (method == UpscalingMethod.Lanczos)
            return new(Filtered(picture, factor), method, null);
        try
        {
            var model = HelperModels.Upscalers[(factor, method == UpscalingMethod.Medium)];
            return new(Tiled(sessions.File(model), picture, factor, method == UpscalingMethod.Medium ? MediumMargin : SlimMargin, cancellation), method, null);
        }
        catch (HelperModelException exception)
        {
            return new(Filtered(picture, factor), UpscalingMethod.Lanczos, $"enlarged by a filter: {exception.Message}");
        }
    }

    private static RgbPicture Filtered(RgbView picture, int factor)
    {
        var (width, height) = (picture.Width * factor, picture.Height * factor);
        var values = Resampler.Resize(picture.Pixels, picture.Width, picture.Height, 3, width, height, Resampling.Lanczos3);
        return new(width, height, [.. values.Select(Rounded)]);
    }

    private RgbPicture Tiled(string model, RgbView picture, int factor, int margin, CancellationToken cancellation)
    {
        var result = new byte[3 * picture.Width * factor * picture.Height * factor];
        using var lease = sessions.Rent(model);
        for (var y = 0; y < picture.Height; y += Tile)
            for (var x = 0; x < picture.Width; x += Tile)
            {
                var (left, top) = (Math.Max(0, x - margin), Math.Max(0, y - margin));
                var (right, bottom) = (Math.Min(picture.Width, x + Tile + margin), Math.Min(picture.Height, y + Tile + margin));
                using var small = OrtValue.CreateTensorValueFromMemory(Cropped(picture, left, top, right, bottom), [1, bottom - top, right - left, 3]);
                using var outputs = lease.Session.Run(new Dictionary<string, OrtValue> { [lease.Session.Inputs[0].Name] = small }, null, cancellation);
                var large = outputs[0].GetTensorDataAsSpan<float>();
                var (width, height) = (Math.Min(Tile, picture.Width - x) * factor, Math.Min(Tile, picture.Height - y) * factor);
                for (var row = 0; row < height; row++)
                {
                    var from = large.Slice((((y - top) * factor + row) * (right - left) + x - left) * factor * 3, width * 3);
                    var to = result.AsSpan(((y * factor + row) * picture.Width + x) * factor * 3, width * 3);
                    for (var i = 0; i < to.Length; i++)
                        to[i] = Rounded(from[i]);
                }
            }
        return new(picture.Width * factor, picture.Height * factor, result);
    }

    private static float[] Cropped(RgbView picture, int left, int top, int right, int bottom)
    {
        var (width, height) = (right - left, bottom - top);
        var values = new float[width * height * 3];
        for (var row = 0; row < height; row++)
        {
            var from = picture.Pixels.Slice(((top + row) * picture.Width + left) * 3, width * 3);
            var to = values.AsSpan(row * width * 3, width * 3);
            for (var i = 0; i < to.Length; i++)
                to[i] = from[i];
        }
        return values;
    }

    private static byte Rounded(float value) => (byte)(Math.Clamp(value, 0, 255) + 0.5f);
}
