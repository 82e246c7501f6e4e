using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging;

/// <summary>Something that stands on the stage and never moves: scenery.</summary>
/// <param name="Instance">What it looks like.</param>
/// <param name="Pose">Where it stands.</param>
internal sealed record Fixture(Instance Instance, Pose Pose);
