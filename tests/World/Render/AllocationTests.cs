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
