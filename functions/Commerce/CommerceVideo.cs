namespace SoraFunctions.Commerce;

/// <summary>What <c>commerce.json</c> says about the video itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">What happens in it; empty for none.</param>
/// <param name="Language">BCP 47 tag of what is said and shown; null when nothing is.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Brand">Who advertises; null where it is not said.</param>
public sealed record CommerceVideo(string Title, string Description, string? Language, int Width, int Height, decimal Seconds, string? Brand);
