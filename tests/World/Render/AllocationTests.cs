using System.Numerics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

/// <summary>Counts what the whole process allocates, so nothing else may run beside it.</summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public class AllocationTests
{
    private const string Alone = "Alone";
    private const int Frames = 20;
    private const int Takes = 8;

    // What the test's own framework may do meanwhile; one frame's pixels would be twice that.
    private const long Slack = 48 * 1024;

    [Fact]
    public void A_frame_allocates_nothing_on_any_thread_once_warm()
    {
        var stage = Stages.Of(new Instance(Stages.Sphere(0.1f), new Material { Colour = new Vector3(0.8f, 0.1f, 0.1f) }));
        var still = new FrameState(Stages.Front, [Stages.At(0, 0.1f, 0)]);
        AllocatesNothing(stage, still);
    }

    [Fact]
    public void A_frame_with_water_haze_and_particles_allocates_nothing_once_warm()
    {
        var stage = Stages.Of(new Instance(Stages.Sphere(0.1f), new Material())) with
        {
            Ground = new Ground { Pattern = GroundPattern.Water, WaveHeight = 0.01f, Depth = 1, Sweep = 0 }, Haze = 0.02f,
            Backdrop = new Backdrop { Sky = new Sky(Vector3.Normalize(new(1, 1, -1))) }, Particles = [new ParticleLook { Shape = ParticleShape.Drop }],
        };
        Particle[] drops = [.. Enumerable.Range(0, 300).Select(i => new Particle(0, new Vector3((i % 20 * 0.02f) - 0.2f, i * 0.001f, 0.2f), -Vector3.UnitY, 0.004f, 1))];
        AllocatesNothing(stage, new FrameState(Stages.Front, [Stages.At(0, 0, 0)]) { Particles = drops, Water = new WaterSurface(Vector2.Zero, 1, 9, new float[81]) });
    }

    private static void AllocatesNothing(Stage stage, FrameState still)
    {
        using var renderer = new FilmRenderer(stage, 256, 256);
        var yuv = new byte[256 * 256 * 3 / 2];
        for (var frame = 0; frame < 3; frame++)
        {
            renderer.Render(still, still, frame, yuv);
        }

        // The runtime and the test's framework allocate now and then; a renderer that did would do so in every take.
        var least = Enumerable.Range(0, Takes).Min(_ => Allocated(() =>
        {
            for (var frame = 0; frame < Frames; frame++)
            {
                renderer.Render(still, still, frame, yuv);
            }
        }));

        Assert.InRange(least, 0, Slack);
    }

    private static long Allocated(Action work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
