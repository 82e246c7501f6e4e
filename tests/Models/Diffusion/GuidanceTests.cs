using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Diffusion.Guidance;
using SoraFunctions.Models.Noise;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class GuidanceTests
{
    private static readonly float[] Negative = new GaussianNoise(1).Values(500), Positive = new GaussianNoise(2).Values(500);

    [Fact]
    public void Guidance_goes_from_the_negative_prompt_through_the_prompt() => Prop.ForAll(Gen.Choose(0, 120).Select(tenths => tenths / 10.0).ToArbitrary(), scale =>
    {
        var said = Join(scale, 0);
        for (var i = 0; i < said.Length; i++)
            Assert.Equal(Negative[i] + scale * (Positive[i] - Negative[i]), said[i], 1e-4);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_scale_of_one_is_the_prompt_alone() => Assert.Equal(Positive, Join(1, 0), (a, b) => Math.Abs(a - b) < 1e-6f);

    [Fact]
    public void Rescaled_altogether_the_contrast_is_that_of_the_prompt()
    {
        Assert.Equal(Deviation(Positive), Deviation(Join(7.5, 1)), 1e-4);
        Assert.Equal((Deviation(Positive) + Deviation(Join(7.5, 0))) / 2, Deviation(Join(7.5, 0.5)), 1e-3);
    }

    [Fact]
    public void Nothing_said_stays_nothing() => Assert.All(Said(new float[8], new float[8], 5, 0.7), value => Assert.Equal(0, value));

    [Fact]
    public void Dynamic_guidance_grows_from_none_to_its_scale()
    {
        var rule = new GuidanceRule(6) { Dynamic = true };
        Assert.Equal(1, rule.At(0));
        Assert.Equal(7, rule.At(1), 1e-9);
        Assert.Equal(1 + 6 * (1 - Math.Cos(Math.PI * Math.Pow(0.8, 5))) / 2, rule.At(0.8), 1e-12);
        Assert.Equal(6, (rule with { Dynamic = false }).At(0.3));
    }

    private static float[] Join(double scale, double rescale) => Said(Negative, Positive, scale, rescale);

    private static float[] Said(float[] negative, float[] positive, double scale, double rescale)
    {
        var said = (float[])negative.Clone();
        Guided.Join(said, positive, scale, rescale);
        return said;
    }

    private static double Deviation(float[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
