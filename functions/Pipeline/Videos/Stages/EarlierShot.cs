using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>What was filmed for a shot of an earlier video.</summary>
/// <param name="Sha256">Under which its order is stored.</param>
/// <param name="Order">Its order.</param>
/// <param name="Painted">SHA-256 of the clip that an engine made after words: the shot, or its place; null when it is not known any more.</param>
public sealed record EarlierShot(string Sha256, ShotOrder Order, string? Painted);
