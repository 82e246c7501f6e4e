namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Render this shot.</summary>
/// <param name="Shot">SHA-256 of the stored <see cref="Contract.Renders.ShotOrder"/>.</param>
public sealed record RenderOrder(string Shot);
