namespace SoraFunctions.Contract.Renders;

/// <summary>The assets that make up one clip.</summary>
/// <param name="Picture">SHA-256 of the silent video.</param>
/// <param name="Log">SHA-256 of the <see cref="Clips.ClipLog"/> as JSON.</param>
public sealed record ClipAssets(string Picture, string Log);
