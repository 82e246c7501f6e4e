using SoraFunctions.Contract.Clips;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging;

/// <summary>A shot that is ready to be filmed: all that stands, all that moves, and what happens.</summary>
/// <param name="Stage">Surroundings, lamps, bodies.</param>
/// <param name="Before">The state one frame before the first.</param>
/// <param name="States">One state per frame.</param>
/// <param name="Log">Contacts, what sounds, where the first subject is on screen, and warnings.</param>
public sealed record StagedShot(Stage Stage, FrameState Before, IReadOnlyList<FrameState> States, ClipLog Log);
