using SoraFunctions.Benchmarks.Physics;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.World.Tests.Engine;

/// <summary>Mechanics on the pixels of decoded videos: the scenes of <c>sora bench physics</c>, small.</summary>
public sealed class PixelTruthTests : IDisposable
{
    private static readonly FrameFormat _small = new(240, 136, 60);
    private readonly string _folder = Directory.CreateTempSubdirectory("world-pixels").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task What_falls_falls_with_9_81() => Holds(await Falls.Fall(_small, _folder));

    [Fact]
    public async Task What_bounces_keeps_its_restitution() => Holds(await Falls.Bounce(0.6, _small, _folder));

    [Fact]
    public async Task A_pendulum_swings_with_its_period() => Holds(await Swings.Pendulum(0.6, new(240, 136, 30), _folder));

    [Fact]
    public async Task What_slides_down_an_incline_has_its_acceleration() => Holds(await Inclines.Slide(_small, _folder));

    [Fact]
    public async Task What_rolls_down_an_incline_has_its_acceleration() => Holds(await Inclines.Roll(_small, _folder));

    private static void Holds(IEnumerable<Measurement> measurements) =>
        Assert.All(measurements, measurement => Assert.True(measurement.Passes, measurement.ToString()));
}
