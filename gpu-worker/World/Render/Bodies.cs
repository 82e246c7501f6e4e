using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>All bodies of a stage in the middle of one exposure: a tree over their boxes above the trees of their meshes.</summary>
internal sealed unsafe class Bodies
{
    private readonly IReadOnlyList<Instance> instances;
    private readonly Motion[] motions;
    private readonly MeshIndex[] meshes;
    private readonly Surface[] surfaces;
    private readonly bool[] hidden;
    private readonly Box[] boxes;
    private readonly int[] traced;
    private readonly BoxTree tree;

    public Bodies(Stage stage)
    {
        instances = stage.Instances;
        var count = instances.Count;
        var meshOf = new Dictionary<Mesh, MeshIndex>(ReferenceEqualityComparer.Instance);
        var surfaceOf = new Dictionary<Material, Surface>(ReferenceEqualityComparer.Instance);
        motions = new Motion[count];
        hidden = new bool[count];
        boxes = new Box[count];
        traced = new int[count];
        meshes = [.. instances.Select(i => i.Deforms ? new MeshIndex(i.Mesh) : Once(meshOf, i.Mesh, m => new MeshIndex(m)))];
        surfaces = [.. instances.Select(i => Once(surfaceOf, i.Material, m => new Surface(m)))];
        tree = new BoxTree(count);
    }

    public int Count => motions.Length;

    public MeshIndex MeshOf(int body) => meshes[body];

    public Surface SurfaceOf(int body) => surfaces[body];

    public Instance InstanceOf(int body) => instances[body];

    public ref readonly Motion MotionOf(int body) => ref motions[body];

    /// <summary>Whether a body is not there in this exposure.</summary>
    public bool IsHidden(int body) => hidden[body];

    /// <summary>Whether its image moves over the picture even where the camera stands still.</summary>
    public bool Moves(int body) => motions[body].Moves || meshes[body].Shifts != null;

    /// <summary>Takes over the poses of a frame.</summary>
    public void Pose(FrameState previous, FrameState current, in Exposure exposure)
    {
        var deformation = 0;
        var count = 0;
        for (var i = 0; i < motions.Length; i++)
        {
            var (from, to) = (previous.Poses[i], current.Poses[i]);
            hidden[i] = to.Hidden;
            // What appears comes from nowhere: it does not move.
            motions[i] = new Motion(from.Hidden ? to : from, to, exposure);
            if (instances[i].Deforms)
            {
                var before = deformation < previous.Deformations.Count ? previous : current;
                meshes[i].Deform(before.Deformations[deformation], current.Deformations[deformation], exposure.Middle);
                deformation++;
            }

            if (to.Hidden || instances[i].Scenery) continue;
            traced[count] = i;
            boxes[count++] = motions[i].Around(meshes[i].Bounds);
        }

        tree.Build(boxes.AsSpan(0, count), 1);
    }

    /// <summary>Finds the nearest body along each ray, or whether any is in the way.</summary>
    /// <param name="rays">In the world.</param>
    /// <param name="hits">Limits on entry; negative for lanes to leave out.</param>
    /// <param name="any">Shadow rays: a lane is switched off at its first hit, clear bodies dim it.</param>
    /// <param name="from">The body that each ray leaves outwards, below 0 for none: a convex one is not in its way.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Trace(in Rays rays, ref Hits hits, bool any, WideInt from)
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
                for (var i = node->Start; i < node->Start + node->Count; i++) Meet(traced[tree.Order[i]], rays, ref hits, any, from);
                if (any && !Any(Vector512.GreaterThanOrEqual(hits.T, Wide.Zero))) return;
                continue;
            }

            var flip = (signs >> ~node->Count & 1) != 0;
            stack[top++] = flip ? at + 1 : node->Start;
            stack[top++] = flip ? node->Start : at + 1;
        }
    }

    private void Meet(int body, in Rays rays, ref Hits hits, bool any, WideInt from)
    {
        if (any && !instances[body].Shadow) return;
        var own = meshes[body].Convex ? Vector512.Equals(from, Vector512.Create(body)).AsSingle() : Wide.Zero;
        if (!Any(own))
        {
            Meet(body, rays, ref hits, any);
            return;
        }

        var kept = hits.T;
        hits.T = Select(own, All(-1), kept);
        if (Any(Vector512.GreaterThanOrEqual(hits.T, Wide.Zero))) Meet(body, rays, ref hits, any);
        hits.T = Select(own, kept, hits.T);
    }

    private void Meet(int body, in Rays rays, ref Hits hits, bool any)
    {
        motions[body].ToBody(rays, out var origin, out var direction);
        var surface = surfaces[body];
        var cut = surface.CutOut ? surface : null;
        if (any && surface.ShadowLight > 0)
        {
            var trial = hits;
            meshes[body].Trace(origin, direction, ref trial, body, true, cut);
            var through = Vector512.LessThan(trial.T, Wide.Zero) & Vector512.GreaterThanOrEqual(hits.T, Wide.Zero);
            hits.V = Select(through, hits.V * surface.ShadowLight, hits.V);
            hits.U = Select(through, trial.U, hits.U);
            return;
        }

        meshes[body].Trace(origin, direction, ref hits, body, any, cut);
    }

    private static T Once<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<TKey, T> make)
        where TKey : class
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out _);
        return entry ??= make(key);
    }
}
