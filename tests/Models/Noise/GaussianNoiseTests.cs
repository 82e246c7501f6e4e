using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Noise;

namespace SoraFunctions.Models.Tests.Noise;

public class GaussianNoiseTests
{
    // Computed apart from this code, in Python with the functions of its math module.
    [Fact]
    public void Values_are_the_same_everywhere()
    {
        float[] expected = [0.216188152f, 2.52500566f, 0.123673283f, -0.795802864f, -0.647457556f, -0.938381703f, -0.837108525f, 0.348758487f];
        Assert.All(expected.Zip(new GaussianNoise(42, 3).Values(8)), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void Any_part_can_be_computed_alone() => Prop.ForAll(
        (from seed in ArbMap.Default.GeneratorFor<ulong>() from start in Gen.Choose(0, 1000) from length in Gen.Choose(0, 50) select (seed, start, length)).ToArbitrary(), part =>
        {
            var noise = new GaussianNoise(part.seed);
            var alone = new float[part.length];
            noise.Fill(alone, part.start);
            Assert.Equal(noise.Values(1050)[part.start..(part.start + part.length)], alone);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Values_are_distributed_as_the_normal_law_says()
    {
        const int count = 1 << 18;
        var values = new GaussianNoise(7).Values(count);
        double Moment(int power) => values.Average(value => Math.Pow(value, power));
        Assert.Equal(0, Moment(1), 0.01);
        Assert.Equal(1, Moment(2), 0.01);
        Assert.Equal(0, Moment(3), 0.03);
        Assert.Equal(3, Moment(4), 0.05);
        // Shares within 0.5, 1, 2 and 3 standard deviations.
        foreach (var (within, share) in new[] { (0.5, 0.38292), (1, 0.68269), (2, 0.95450), (3, 0.99730) })
            Assert.Equal(share, values.Count(value => Math.Abs(value) < within) / (double)count, 0.004);
        Assert.All(values, value => Assert.InRange(value, -6.7f, 6.7f));
    }

    [Fact]
    public void Neighbours_streams_and_seeds_are_independent()
    {
        const int count = 1 << 16;
        var noise = new GaussianNoise(7).Values(count);
        double Correlation(float[] other) => noise.Zip(other, (a, b) => (double)a * b).Average();
        Assert.Equal(0, Correlation([.. noise[1..], 0]), 0.02);
        Assert.Equal(0, Correlation([.. noise[2..], 0, 0]), 0.02);
        Assert.Equal(0, Correlation(new GaussianNoise(7, 1).Values(count)), 0.02);
        Assert.Equal(0, Correlation(new GaussianNoise(8).Values(count)), 0.02);
    }

    [Fact]
    public void Places_far_along_a_stream_can_be_reached()
    {
        var far = new float[2];
        new GaussianNoise(1).Fill(far, long.MaxValue - 5);
        Assert.All(far, value => Assert.InRange(value, -6.7f, 6.7f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianNoise(1).Fill(new float[1], -1));
    }
}
