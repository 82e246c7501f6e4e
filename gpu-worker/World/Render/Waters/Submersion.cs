using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Waters;

/// <summary>Which bodies are in the water, roughly, so that only what is near them is asked for what lies below.</summary>
internal sealed class Submersion
{
    /// <summary>Bodies that count at most, the first of the stage.</summary>
    private const int Most = 48;

    private readonly Vector4[] spheres = new Vector4[Most];
    private Stage? known;
    private float[] radii = [];
    private int count;

    /// <summary>Takes over where bodies are.</summary>
    /// <param name="stage">The stage; the same one in every frame.</param>
    /// <param name="state">The frame.</param>
    /// <param name="highest">Height of the highest waves in metres above the level.</param>
    /// <param name="deepest">How far below the level something can still be seen, in metres.</param>
    public void Find(Stage stage, FrameState state, float highest, float deepest)
    {
        if (known != stage) (known, radii) = (stage, [.. stage.Instances.Select(Radius)]);
        count = 0;
        var level = stage.Ground.Level;
        for (var i = 0; i < radii.Length && count < Most; i++)
        {
            var pose = state.Poses[i];
            var (low, high) = (pose.Position.Y - radii[i] - level, pose.Position.Y + radii[i] - level);
            if (pose.Hidden || stage.Instances[i].Scenery || low > highest || high < -deepest) continue;
            // A ray in water is never flatter than 48 degrees from the vertical.
            spheres[count++] = new Vector4(pose.Position, radii[i] + 1.15f * MathF.Min(deepest, MathF.Max(0, highest - low)));
        }
    }

    /// <summary>Points of the surface below which a body may be seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide Near(in Wide3 point)
    {
        var near = Wide.Zero;
        for (var i = 0; i < count; i++)
        {
            var (dx, dz) = (point.X - All(spheres[i].X), point.Z - All(spheres[i].Z));
            near |= Vector512.LessThan(Fma(dx, dx, dz * dz), All(spheres[i].W * spheres[i].W));
        }

        return near;
    }

    private static float Radius(Instance instance) =>
        MathF.Sqrt(instance.Mesh.Positions.Max(p => p.LengthSquared())) * (instance.Deforms ? 1.5f : 1);
}
