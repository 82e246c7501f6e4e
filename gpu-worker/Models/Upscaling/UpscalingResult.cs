using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Upscaling;

/// <summary>An enlarged picture.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Method">What enlarged it.</param>
/// <param name="Fallback">Why it was not the method asked for; null when it was.</param>
public sealed record UpscalingResult(RgbPicture Picture, UpscalingMethod Method, string? Fallback);
