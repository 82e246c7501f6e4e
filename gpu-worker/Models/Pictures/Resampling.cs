namespace SoraFunctions.Models.Pictures;

/// <summary>The filter with which a picture changes its size.</summary>
public enum Resampling
{
    /// <summary>A tent, one pixel to each side: bilinear.</summary>
    Triangle,

    /// <summary>A windowed sinc, three pixels to each side: sharp, with slight ringing at edges.</summary>
    Lanczos3,
}
