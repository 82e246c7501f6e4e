using SoraFunctions.Models.Noise;
using SoraFunctions.Models.Schedulers;

namespace SoraFunctions.Models.Tests.Schedulers;

public sealed class LateStartTests
{
    private const int Steps = 8, Length = 32;

    public static TheoryData<string> Methods => ["euler", "inverted euler", "unipc flow", "unipc", "dpm flow", "dpm", "ddim", "ddim velocity"];

    [Theory, MemberData(nameof(Methods))]
    public void A_late_start_leads_a_perfect_model_back_to_the_sample_it_began_with(string method)
    {
        var clean = new GaussianNoise(1).Values(Length);
        var noise = new GaussianNoise(2).Values(Length);
        foreach (var start in new[] { 0, 3, Steps - 1 })
        {
            var sampler = Scheduler(method).Start(new(Steps));
            var sample = (float[])clean.Clone();
            sampler.StartAt(start, sample, noise);
            var foreseen = new float[Length];
            for (var step = start; step < Steps; step++)
            {
                var output = Oracle(method, sampler, step, sample, clean);
                sampler.Foresee(sample, output, foreseen);
                Assert.Equal(clean, foreseen, (a, b) => Math.Abs(a - b) < 2e-3f);
                sampler.Step(sample, output);
            }
            Assert.Equal(clean, sample, (a, b) => Math.Abs(a - b) < 2e-2f);
        }
    }

    [Fact]
    public void A_sampling_under_way_cannot_begin_again()
    {
        var sampler = Scheduler("euler").Start(new(Steps));
        var sample = new float[Length];
        sampler.StartAt(2, sample, sample);
        sampler.Step(sample, new float[Length]);
        Assert.Throws<InvalidOperationException>(() => sampler.StartAt(1, new float[Length], new float[Length]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scheduler("ddim").Start(new(Steps)).StartAt(Steps, new float[Length], new float[Length]));
    }

    // What a model would say that knows the clean sample: of x = alpha clean + sigma noise.
    private static float[] Oracle(string method, ISampler sampler, int step, float[] sample, float[] clean)
    {
        var level = sampler.Sigmas[step];
        var (alpha, sigma) = method switch
        {
            "euler" or "unipc flow" or "dpm flow" => (1 - level, level),
            "inverted euler" => (level, 1 - level),
            "unipc" or "dpm" => (1 / MathF.Sqrt(1 + level * level), level / MathF.Sqrt(1 + level * level)),
            _ => (MathF.Sqrt(1 - level * level), level),
        };
        return [.. sample.Zip(clean, (x, x0) => (x0, noise: (x - alpha * x0) / sigma)).Select(one => method switch
        {
            "euler" or "unipc flow" or "dpm flow" => one.noise - one.x0,
            "inverted euler" => one.x0 - one.noise,
            "ddim velocity" => alpha * one.noise - sigma * one.x0,
            _ => one.noise,
        })];
    }

    private static IScheduler Scheduler(string method) => method switch
    {
        "euler" => new FlowMatchEuler { Shift = 3 },
        "inverted euler" => new FlowMatchEuler { InvertSigmas = true },
        "unipc flow" => new UniPc { Settings = new() { FlowShift = 3, Prediction = Prediction.Flow } },
        "unipc" => new UniPc(),
        "dpm flow" => new DpmSolver { Settings = new() { FlowShift = 3, Prediction = Prediction.Flow } },
        "dpm" => new DpmSolver(),
        "ddim" => new Ddim { ClipRange = null },
        _ => new Ddim { ClipRange = null, Prediction = Prediction.Velocity, Spacing = TimestepSpacing.Trailing },
    };
}
