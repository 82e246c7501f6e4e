using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>The camera at one instant.</summary>
/// <param name="Position">Of the lens, in metres.</param>
/// <param name="Target">The point in the middle of the picture.</param>
/// <param name="Up">Upward direction, not parallel to the view.</param>
/// <param name="Lens">Focal length in millimetres on a film 36 mm wide (24 mm high in portrait frames: the longer side is 36 mm).</param>
/// <param name="Aperture">f-number; 0 for a pinhole.</param>
/// <param name="Focus">Distance in metres of what is sharp.</param>
public readonly record struct CameraPose(Vector3 Position, Vector3 Target, Vector3 Up, float Lens, float Aperture, float Focus);
