using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>A rectangular lamp that shines to the side of <c>cross(HalfRight, HalfUp)</c>; visible in reflections, not to the camera.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="HalfRight">From the middle to the middle of its right edge.</param>
/// <param name="HalfUp">From the middle to the middle of its top edge.</param>
/// <param name="Radiance">Linear; 1 shows as white at exposure 1.</param>
/// <param name="Shadow">Whether it casts shadows.</param>
public sealed record AreaLight(Vector3 Centre, Vector3 HalfRight, Vector3 HalfUp, Vector3 Radiance, bool Shadow = true);
