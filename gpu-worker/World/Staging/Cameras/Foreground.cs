using System.Numerics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Cameras;

/// <summary>What <see cref="Contract.Storyboards.CameraMove.Reveal"/> comes out from behind: a dark pillar, close to the lens and out of focus.</summary>
internal static class Foreground
{
    /// <summary>Where it stands, as a part of the subject's distance.</summary>
    private const float Near = 0.42f;

    /// <summary>The pillar; in the first frame it hides the subject and no more.</summary>
    public static Fixture Pillar(View view, CameraPose first)
    {
        var ahead = Vector3.Normalize(first.Target - first.Position);
        var right = Vector3.Normalize(Vector3.Cross(ahead, Vector3.UnitY));
        float width = (1.5f * view.Size.X * Near) + (0.06f * view.HalfWidth), height = 6 * view.Distance * view.TangentY * Near;
        var draft = Blocky.Make(new(width, height, 0.3f * width), 0.1f * width, new Material { Colour = new(0.05f, 0.045f, 0.04f), Roughness = 0.6f }, null);
        var middle = Vector3.Lerp(first.Position, view.Centre, Near) - (right * (0.1f * width));
        return new(new Instance(draft.Parts[0].Mesh, draft.Parts[0].Material) { Shadow = false, Scenery = true },
            new Pose(middle - (Vector3.UnitY * (height / 2)), Quaternion.CreateFromAxisAngle(Vector3.UnitY, MathF.Atan2(-ahead.X, -ahead.Z))));
    }
}
