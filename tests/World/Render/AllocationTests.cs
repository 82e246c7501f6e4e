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

    // What the test's own framework and the runtime do meanwhile; one frame's pixels would be twice that.
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

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var frame = 0; frame < Frames; frame++)
        {
            renderer.Render(still, still, frame, yuv);
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Slack);
    }
}
