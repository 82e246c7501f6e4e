namespace SoraFunctions.Contract.Renders;

/// <summary>A clip that another one is made from: a remix keeps as much of it as its strength leaves.</summary>
/// <param name="Clip">SHA-256 of the clip.</param>
/// <param name="Strength">How far it may be left: over 0 (hardly) to 1 (altogether).</param>
public sealed record SourceClip(string Clip, double Strength);
