namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>The size of clip that a model was trained on.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Frames">Frames: what the model makes in one go; longer clips are made in windows of this length.</param>
/// <param name="FramesPerSecond">Frames a second.</param>
public sealed record ClipRaster(int Width, int Height, int Frames, double FramesPerSecond);
