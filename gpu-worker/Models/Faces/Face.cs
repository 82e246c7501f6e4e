using System.Numerics;

namespace SoraFunctions.Models.Faces;

/// <summary>A face in a picture. Lengths are in pixels from the picture's upper left corner.</summary>
/// <param name="Centre">The middle of the box around it, brow to chin.</param>
/// <param name="Width">The width of that box.</param>
/// <param name="Height">Its height.</param>
/// <param name="Confidence">How sure the detector is, 0 to 1.</param>
/// <param name="RightEye">The eye on the person's right, which is left in the picture.</param>
/// <param name="LeftEye">The other eye.</param>
/// <param name="Nose">The tip of the nose.</param>
/// <param name="Mouth">The middle of the mouth.</param>
public sealed record Face(
    Vector2 Centre, float Width, float Height, float Confidence, Vector2 RightEye, Vector2 LeftEye, Vector2 Nose, Vector2 Mouth);
