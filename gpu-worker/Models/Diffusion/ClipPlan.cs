using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;

namespace SoraFunctions.Models.Diffusion;

/// <summary>What is made for an order: the nearest that a model can.</summary>
/// <param name="Width">Pixels across of the model's pictures.</param>
/// <param name="Height">Pixels down of the model's pictures.</param>
/// <param name="Frames">Frames that the model makes.</param>
/// <param name="Shape">Their latents.</param>
/// <param name="WindowFrames">Latent frames that the model sees at once.</param>
/// <param name="WindowOverlap">Latent frames that windows share.</param>
/// <param name="Steps">Steps from noise to a clip.</param>
/// <param name="Warnings">What differs from the order, in plain words.</param>
public sealed record ClipPlan(
    int Width, int Height, int Frames, LatentShape Shape, int WindowFrames, int WindowOverlap, int Steps, IReadOnlyList<string> Warnings)
{
    // A third of a window: enough for neighbours to agree on a motion, at half as much work again.
    private const int OverlapShare = 3;

    /// <summary>Plans a clip.</summary>
    /// <param name="family">What the package is.</param>
    /// <param name="order">The shot.</param>
    public static ClipPlan Of(Family family, ShotOrder order)
    {
        var (width, height) = Size(family, order.Format);
        var raster = family.Raster;
        var wanted = (int)Math.Ceiling((double)order.Shot.Seconds * raster.FramesPerSecond) + 1;
        // Models are at their best at the length that they were trained on; much shorter clips hardly move.
        var shape = family.Shape(width, height, Math.Max(1, wanted));
        var window = family.Fixed.Frames ?? family.LatentFrames(raster.Frames);
        shape = shape with { Frames = Math.Max(shape.Frames, family.Fixed.Frames ?? 1) };
        var steps = order.Quality == Quality.Draft ? (family.Steps + 1) / 2 : family.Steps;

        var warnings = new List<string>();
        if ((long)width * order.Format.Height != (long)height * order.Format.Width || width < order.Format.Width)
            warnings.Add($"The model made pictures of {width} x {height}; they are scaled to {order.Format.Width} x {order.Format.Height} and cut at the rims where the shapes differ.");
        if (raster.FramesPerSecond != order.Format.FramesPerSecond)
            warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"The model made {raster.FramesPerSecond:0.##} frames a second; those between are mixed for {order.Format.FramesPerSecond}."));
        if (shape.Frames > window)
            warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"The shot is longer than the model's own {family.Frames(window) / raster.FramesPerSecond:0.0} s: it is made in windows that overlap, and may drift."));
        return new(width, height, family.Frames(shape.Frames), shape, window, Math.Min(window - 1, Math.Max(1, window / OverlapShare)), steps, warnings);
    }

    // About as many pixels as the model was trained on, in the shape of the order.
    private static (int Width, int Height) Size(Family family, FrameFormat format)
    {
        var unit = family.SizeMultiple;
        var area = (double)family.Raster.Width * family.Raster.Height;
        var shape = (double)format.Width / format.Height;
        return (family.Fixed.Width * family.SpatialRatio ?? Multiple(Math.Sqrt(area * shape)), family.Fixed.Height * family.SpatialRatio ?? Multiple(Math.Sqrt(area / shape)));

        int Multiple(double pixels) => Math.Max(1, (int)Math.Round(pixels / unit)) * unit;
    }
}
