using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Everything that the passes over one frame share.</summary>
internal sealed unsafe class Take
{
    private readonly float[] glow;

    public Take(Stage stage, int width, int height)
    {
        (Stage, Width, Height) = (stage, width, height);
        Ground = new GroundShading(stage.Ground, stage.Seed);
        Floor = new Floor(stage.Ground, Ground);
        Lighting = new Lighting(stage, Ground);
        Bodies = new Bodies(stage);
        Map = new LightMap(width, height);
        if (Ground.Flat) Map.Assume(Lighting.OnGround);
        Reach = ReachOf(stage);
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

    public GroundShading Ground { get; }

    public Floor Floor { get; }

    public Lighting Lighting { get; }

    public Bodies Bodies { get; }

    public LightMap Map { get; }

    public Lens Lens { get; private set; }

    /// <summary>How far, in metres, bodies keep light of the surroundings from each other.</summary>
    public float Reach { get; }

    /// <summary>Roughly the light that bodies give back to what is near them.</summary>
    public Wide3 Bounce(WideInt body, Wide mask)
    {
        var at = Select(mask, body, WideInt.Zero) * 4;
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(glow));
        return new Wide3(Gather(data, at), Gather(data + 1, at), Gather(data + 2, at));
    }

    /// <summary>Takes over the state of a frame.</summary>
    public void Begin(FrameState previous, FrameState current)
    {
        Lens = new Lens(previous.Camera, current.Camera, Width, Height);
        Bodies.Pose(previous, current);
        Ground.Water?.Begin(Stage, current, Lens.Position);
    }

    private static float ReachOf(Stage stage)
    {
        var size = 0.02f;
        foreach (var mesh in stage.Instances.Select(i => i.Mesh).Distinct())
        {
            var box = mesh.Positions.Aggregate(Box.Empty, (box, p) => box.With(p));
            size = MathF.Max(size, (box.Max - box.Min).Length());
        }

        return Math.Clamp(size, 0.05f, 2);
    }
}
