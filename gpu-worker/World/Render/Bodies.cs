using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// All bodies of a stage for one frame: a tree over their boxes above the trees of their meshes, with poses that move while the shutter
/// is open.
/// </summary>
internal sealed unsafe class Bodies
{
    /// <summary>The shutter is open for the second half of the time from frame to frame (180 degrees).</summary>
    public const float ShutterOpen = 0.5f;

    private readonly Motion[] motions;
    private readonly MeshIndex[] meshes;
    private readonly Surface[] surfaces;
    private readonly Box[] boxes;
    private readonly BoxTree tree;

    public Bodies(Stage stage)
    {
        var count = stage.Instances.Count;
        var meshOf = new Dictionary<Mesh, MeshIndex>(ReferenceEqualityComparer.Instance);
        var surfaceOf = new Dictionary<Material, Surface>(ReferenceEqualityComparer.Instance);
        motions = new Motion[count];
        boxes = new Box[count];
        meshes = [.. stage.Instances.Select(i => Once(meshOf, i.Mesh, m => new MeshIndex(m)))];
        surfaces = [.. stage.Instances.Select(i => Once(surfaceOf, i.Material, m => new Surface(m)))];
        tree = new BoxTree(count);
    }

    public int Count => motions.Length;

    /// <summary>The box around every body while the shutter is open.</summary>
    public Box Bounds => tree.Bounds;

    public MeshIndex MeshOf(int body) => meshes[body];

    public Surface SurfaceOf(int body) => surfaces[body];

    public ref readonly Motion MotionOf(int body) => ref motions[body];

    /// <summary>Takes over the poses of a frame.</summary>
    public void Pose(FrameState previous, FrameState current)
    {
        for (var i = 0; i < motions.Length; i++)
        {
            motions[i] = new Motion(previous.Poses[i], current.Poses[i]);
            boxes[i] = motions[i].Sweep(meshes[i].Bounds);
        }

        tree.Build(boxes, 1);
    }

    /// <summary>Finds the nearest body along each ray, or whether any is in the way.</summary>
    /// <param name="rays">In the world.</param>
    /// <param name="hits">Limits on entry; negative for lanes to leave out.</param>
    /// <param name="any">Shadow rays: a lane is switched off at its first hit, clear bodies dim it.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Trace(in Rays rays, ref Hits hits, bool any)
    {
        if (tree.Count == 0) return;
        var inverse = Slab.Inverse(rays.Direction);
        var shift = Slab.Shift(rays.Origin, inverse);
        var signs = Slab.Signs(rays.Direction);
        var stack = stackalloc int[64];
        var top = 0;
        stack[top++] = 0;
        while (top > 0)
        {
            var at = stack[--top];
            var node = tree.Nodes + at;
            if (!Slab.Crosses(node, inverse, shift, hits.T)) continue;
            if (node->Count > 0)
            {
                for (var i = node->Start; i < node->Start + node->Count; i++) Meet(tree.Order[i], rays, ref hits, any);
                if (any && !Any(Vector512.GreaterThanOrEqual(hits.T, Wide.Zero))) return;
                continue;
            }

            var flip = (signs >> ~node->Count & 1) != 0;
            stack[top++] = flip ? at + 1 : node->Start;
            stack[top++] = flip ? node->Start : at + 1;
        }
    }

    private void Meet(int body, in Rays rays, ref Hits hits, bool any)
    {
        motions[body].ToBody(rays, out var origin, out var direction);
        var surface = surfaces[body];
        if (any && surface.Transmission > 0)
        {
            var trial = hits;
            meshes[body].Trace(origin, direction, ref trial, body, true, null);
            var through = Vector512.LessThan(trial.T, Wide.Zero) & Vector512.GreaterThanOrEqual(hits.T, Wide.Zero);
            hits.V = Select(through, hits.V * surface.ShadowLight, hits.V);
            hits.U = Select(through, trial.U, hits.U);
            return;
        }

        meshes[body].Trace(origin, direction, ref hits, body, any, surface.CutOut ? surface.Picture : null);
    }

    private static T Once<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<TKey, T> make)
        where TKey : class
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out _);
        return entry ??= make(key);
    }
}
