using System.Numerics;
using System.Runtime.CompilerServices;
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
    private readonly Vector3[] centres;
    private readonly int[] traced;
    private readonly BoxTree tree;

    /// <param name="stage">What is filmed.</param>
    /// <param name="wardrobe">What is known of it already, for this renderer alone; else null.</param>
    public Bodies(Stage stage, Wardrobe? wardrobe = null)
    {
        wardrobe ??= new Wardrobe();
        wardrobe.Begin(stage.Instances);
        instances = stage.Instances;
        var count = instances.Count;
        motions = new Motion[count];
        hidden = new bool[count];
        boxes = new Box[count];
        centres = new Vector3[count];
        traced = new int[count];
        meshes = [.. instances.Select(wardrobe.MeshOf)];
        surfaces = [.. instances.Select(wardrobe.SurfaceOf)];
        tree = new BoxTree(count);
        Boxes = new BoxList(count);
    }

    public int Count => motions.Length;

    /// <summary>The boxes of all bodies that rays can meet.</summary>
    public BoxList Boxes { get; }

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
            centres[i] = Vector3.Transform(meshes[i].Middle, motions[i].ToWorld);
            traced[count] = i;
            boxes[count++] = motions[i].Around(meshes[i].Bounds);
        }

        tree.Build(boxes.AsSpan(0, count), 1);
        Boxes.Fill(boxes.AsSpan(0, count));
    }

    /// <summary>Finds the nearest body along each ray, or whether any is in the way.</summary>
    /// <param name="rays">In the world.</param>
    /// <param name="hits">Limits on entry; negative for lanes to leave out.</param>
    /// <param name="quest">What is asked.</param>
    /// <param name="from">The body that each ray leaves outwards, below 0 for none: a convex one is not in its way.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Trace(in Rays rays, ref Hits hits, Quest quest, WideInt from)
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
                for (var i = node->Start; i < node->Start + node->Count; i++) Meet(traced[tree.Order[i]], rays, ref hits, quest, from);
                if (quest == Quest.Shadow && !Any(Vector512.GreaterThanOrEqual(hits.T, Wide.Zero))) return;
                continue;
            }

            var flip = (signs >> ~node->Count & 1) != 0;
            stack[top++] = flip ? at + 1 : node->Start;
            stack[top++] = flip ? node->Start : at + 1;
        }
    }

    /// <summary>
    /// Rays that pass the ball around a body miss it. Those that meet the ball within it hit it, and where only that matters, or about
    /// how far away, they need not look for the triangle.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Meet(int body, in Rays rays, ref Hits hits, Quest quest, WideInt from)
    {
        if (quest == Quest.Shadow && !instances[body].Shadow) return;
        var mesh = meshes[body];
        var toward = Wide3.All(centres[body]) - rays.Origin;
        var along = Wide3.Dot(toward, rays.Direction);
        var beside = Wide3.Along(toward, rays.Direction, -along);
        var gap = Wide3.Dot(beside, beside);
        var left = Vector512.LessThanOrEqual(gap, All(mesh.Around * mesh.Around)) & Vector512.GreaterThan(along, All(-mesh.Around))
            & Vector512.GreaterThan(hits.T, Max(along - All(mesh.Around), Wide.Zero));
        if (mesh.Convex) left &= ~Vector512.Equals(from, Vector512.Create(body)).AsSingle();
        if (!Any(left)) return;
        var surface = surfaces[body];
        if (quest != Quest.Surface && mesh.Within > 0 && !surface.CutOut)
        {
            var half = All(mesh.Within * mesh.Within) - gap;
            var entry = along - Sqrt(half);
            var sure = left & Vector512.GreaterThan(half, Wide.Zero) & Vector512.GreaterThan(entry, Wide.Zero) & Vector512.LessThan(entry, hits.T);
            left &= ~sure;
            if (quest == Quest.Distance)
            {
                hits.T = Select(sure, entry, hits.T);
                hits.Body = Select(sure, Vector512.Create(body), hits.Body);
            }
            else
            {
                Shade(surface, sure, ref hits);
            }

            if (!Any(left)) return;
        }

        motions[body].ToBody(rays, out var origin, out var direction);
        var before = hits.T;
        hits.T = Select(left, before, All(-1));
        mesh.Trace(origin, direction, ref hits, body, quest == Quest.Shadow, surface.CutOut ? surface : null);
        if (quest != Quest.Shadow)
        {
            hits.T = Select(left, hits.T, before);
            return;
        }

        var hit = left & Vector512.LessThan(hits.T, Wide.Zero);
        hits.T = before;
        Shade(surface, hit, ref hits);
    }

    /// <summary>Switches lanes off, or dims them if the body is clear.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Shade(Surface surface, Wide mask, ref Hits hits)
    {
        hits.V = Select(mask, hits.V * surface.ShadowLight, hits.V);
        if (surface.ShadowLight <= 0) hits.T = Select(mask, All(-1), hits.T);
    }
}
