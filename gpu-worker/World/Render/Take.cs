using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Everything that the passes over one exposure share.</summary>
internal sealed unsafe class Take
{
    private readonly float[] glow;
    private readonly int[] blended;
    private readonly float[] distances;
    private Lens lens;

    /// <param name="stage">What is filmed.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="set">Its ground and light where they are ready, else null.</param>
    /// <param name="wardrobe">What is known of its bodies already, else null.</param>
    /// <param name="quality">How closely it is looked at.</param>
    public Take(Stage stage, int width, int height, SetLight? set = null, Wardrobe? wardrobe = null, Quality quality = Quality.Standard)
    {
        (Stage, Width, Height, Effort) = (stage, width, height, Effort.Of(quality));
        Samples = new LightSamples(Effort.LampSamples);
        var bodies = Task.Run(() => new Bodies(stage, wardrobe));
        if (set?.IsOf(stage) != true) set = new SetLight(stage);
        (Ground, Lighting) = (set.Ground, set.Lighting);
        Floor = new Floor(stage.Ground, Ground);
        Bodies = bodies.GetAwaiter().GetResult();
        Bins = new TileBins(width, height);
        Map = new LightMap(Bins.Columns, Bins.Rows);
        Setup = new TriangleSetup(this);
        Reach = ReachOf(stage);
        blended = [.. Enumerable.Range(0, Bodies.Count).Where(body => Bodies.SurfaceOf(body).Blended)];
        distances = new float[blended.Length];
        glow = GC.AllocateArray<float>(4 * stage.Instances.Count + 16, pinned: true);
        for (var i = 0; i < stage.Instances.Count; i++)
        {
            var material = stage.Instances[i].Material;
            var light = Lighting.OnGround * material.Colour * (1 - material.Transmission) * 0.6f + material.Emission;
            light.CopyTo(glow, 4 * i);
        }
    }

    public Stage Stage { get; }

    public int Width { get; }

    public int Height { get; }

    public Effort Effort { get; }

    public GroundShading Ground { get; }

    public Floor Floor { get; }

    public Lighting Lighting { get; }

    public Bodies Bodies { get; }

    public TriangleSetup Setup { get; }

    public TileBins Bins { get; }

    public LightMap Map { get; }

    public LightSamples Samples { get; }

    public ref readonly Lens Lens => ref lens;

    public Exposure Exposure { get; private set; }

    /// <summary>One over the depth of the ground, as a * x + b * y + c on the picture.</summary>
    public (float A, float B, float C) GroundDepth { get; private set; }

    /// <summary>Bodies that others show through, the farthest first.</summary>
    public ReadOnlySpan<int> Blended => blended;

    /// <summary>How far, in metres, bodies keep light of the surroundings from each other.</summary>
    public float Reach { get; }

    /// <summary>Roughly the light that bodies give back to what is near them.</summary>
    public Wide3 Bounce(WideInt body, Wide mask)
    {
        var at = Select(mask, body, WideInt.Zero) * 4;
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(glow));
        return new Wide3(Gather(data, at), Gather(data + 1, at), Gather(data + 2, at));
    }

    /// <summary>The body and the number of triangles given by their place in the setup.</summary>
    public void Lookup(WideInt place, Wide mask, out WideInt body, out WideInt slot)
    {
        var at = Select(mask, place, WideInt.Zero) * ScreenTriangle.Words;
        var words = (int*)Setup.Triangles + ScreenTriangle.BodyWord;
        body = Select(mask, Gather(words, at), Vector512.Create(-1));
        slot = Gather(words + 1, at);
    }

    /// <summary>The smooth parts of bodies that triangles belong to.</summary>
    /// <param name="place">Their places in the setup.</param>
    /// <param name="mask">Lanes that count.</param>
    public WideInt Facets(WideInt place, Wide mask) =>
        Gather((int*)Setup.Triangles + ScreenTriangle.BodyWord + 2, Select(mask, place, WideInt.Zero) * ScreenTriangle.Words);

    /// <summary>Takes over the state of a frame.</summary>
    public void Begin(FrameState previous, FrameState current, in Exposure exposure)
    {
        Exposure = exposure;
        Samples.Begin(exposure);
        lens = new Lens(previous.Camera, current.Camera, Width, Height, exposure);
        GroundDepth = Stage.Ground.Pattern == GroundPattern.None ? default : Lens.PlaneDepth(Stage.Ground.Level);
        Bodies.Pose(previous, current, exposure);
        for (var i = 0; i < blended.Length; i++)
            distances[i] = -Vector3.Dot(Bodies.MotionOf(blended[i]).ToWorld.Translation - Lens.Position, Lens.Forward);
        Array.Sort(distances, blended);
        Ground.Water?.Begin(Stage, current, Lens.Position);
    }

    private static float ReachOf(Stage stage)
    {
        var size = 0.02f;
        foreach (var mesh in stage.Instances.Where(i => !i.Scenery).Select(i => i.Mesh).Distinct())
        {
            var box = mesh.Positions.Aggregate(Box.Empty, (box, p) => box.With(p));
            size = MathF.Max(size, (box.Max - box.Min).Length());
        }

        return Math.Clamp(size, 0.05f, 2);
    }
}
