namespace SoraFunctions.Pipeline.Labels;

/// <summary>What a platform wants to be told when a generated video is published there.</summary>
/// <param name="Name">The platform.</param>
/// <param name="Field">The field of its API.</param>
/// <param name="Value">What goes in it.</param>
/// <param name="Channels">The channels that are published there.</param>
/// <param name="Source">Name of the source that says so.</param>
public sealed record PlatformFlag(string Name, string Field, string Value, IReadOnlyList<string> Channels, string Source);
