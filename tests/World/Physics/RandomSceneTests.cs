using SoraFunctions.Benchmarks.Physics;

namespace SoraFunctions.World.Tests.Physics;

public sealed class RandomSceneTests
{
    [Fact]
    public void Nothing_explodes_in_random_piles_and_nothing_leaves_a_box_of_thin_plates()
    {
        var faults = Enumerable.Range(0, 40).Select(seed => (seed, Fault: RandomScene.Of(seed).Run(0.6))).Where(pair => pair.Fault is not null);
        Assert.Empty(faults);
    }
}
