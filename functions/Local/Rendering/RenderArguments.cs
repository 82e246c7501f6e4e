namespace SoraFunctions.Local.Rendering;

/// <summary>What <c>sora render</c> was asked for. Nulls leave the request as it is written.</summary>
/// <param name="Request">The request file.</param>
/// <param name="Output">Where the files go.</param>
/// <param name="Seed">Same seed, same video.</param>
/// <param name="Engine">What renders the shots.</param>
/// <param name="Size">Raster of the main rendition.</param>
/// <param name="Seconds">Length.</param>
/// <param name="Quality">How much work goes into each frame.</param>
internal sealed record RenderArguments(
    FileInfo Request, DirectoryInfo? Output, long? Seed, string? Engine, string? Size, decimal? Seconds, string? Quality);
