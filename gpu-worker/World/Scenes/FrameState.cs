namespace SoraFunctions.World.Scenes;

/// <summary>Everything that moves, at one instant.</summary>
/// <param name="Camera">The camera.</param>
/// <param name="Poses">One pose per instance of the stage, in the same order.</param>
public sealed record FrameState(CameraPose Camera, Pose[] Poses);
