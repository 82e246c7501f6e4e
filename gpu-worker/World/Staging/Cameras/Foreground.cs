using System.Numerics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Cameras;

/// <summary>What <see cref="Contract.Storyboards.CameraMove.Reveal"/> comes out from behind: a dark upright edge, close to the lens and out of focus.</summary>
internal static class Foreground
{
    /// <summary>Where it stands, and where the lens is focused at first, as a part of the subject's distance.</summary>
    public const float Near = 0.42f;

    /// <summary>The edge; its right side hides the subject in the first frame.</summary>
    public static Fixture Edge(View view, CameraPose first)
    {
        var ahead = Vector3.Normalize(first.Target - first.Position);
        var right = Vector3.Normalize(Vector3.Cross(ahead, Vector3.UnitY));
        float width = 2 * view.HalfWidth * Near, height = 6 * view.Distance * view.TangentY * Near;
        var draft = Blocky.Make(new(width, height, 0.05f * width), 0.02f * width, new Material { Colour = new(0.015f), Roughness = 0.5f }, null);

        // From the lens to the subject's middle: where that line crosses, a little to the right, the edge ends.
        var crossing = Vector3.Lerp(first.Position, view.Centre, Near) + (right * (0.62f * view.Size.X * Near));
        var middle = crossing - (right * (width / 2));
        return new(new Instance(draft.Parts[0].Mesh, draft.Parts[0].Material) { Shadow = false, Scenery = true },
            new Pose(middle - (Vector3.UnitY * (height / 2)), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.Atan2(-ahead.X, -ahead.Z))));
    }
}
