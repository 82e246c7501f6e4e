using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Schedulers;

namespace SoraFunctions.Models.Tests.Schedulers;

public class SchedulerTests
{
    private static readonly float[] Clean = [0.3f, -1.2f, 0, 2.5f];
    private static readonly float[] Noise = [1.1f, 0.4f, -0.7f, -2f];

    private static IScheduler[] Flows(double shift) =>
    [
        new FlowMatchEuler { Shift = shift },
        new FlowMatchEuler { Shift = shift, Stochastic = true },
        new UniPc { Settings = new() { FlowShift = shift, Prediction = Prediction.Flow } },
        new UniPc { Settings = new() { FlowShift = shift, Prediction = Prediction.Flow, Order = 1 } },
        new DpmSolver { Settings = new() { FlowShift = shift, Prediction = Prediction.Flow } },
        new DpmSolver { Settings = new() { FlowShift = shift, Prediction = Prediction.Flow }, Heun = true },
    ];

    private static readonly Arbitrary<(int Steps, double Shift)> Plans =
        (from steps in Gen.Choose(1, 60) from tenths in Gen.Choose(5, 160) select (steps, tenths / 10.0)).ToArbitrary();

    [Fact]
    public void A_model_that_knows_the_straight_path_lands_on_the_clean_sample() => Prop.ForAll(Plans, plan =>
    {
        foreach (var scheduler in Flows(plan.Shift))
        {
            var sampler = scheduler.Start(new(plan.Steps));
            float[] sample = [.. Clean.Zip(Noise, (clean, noise) => (1 - sampler.Sigmas[0]) * clean + sampler.Sigmas[0] * noise)];
            float[] velocity = [.. Clean.Zip(Noise, (clean, noise) => noise - clean)];
            for (var step = 0; step < plan.Steps; step++)
                sampler.Step(sample, velocity, sampler.NeedsNoise ? Noise : []);
            Assert.All(sample.Zip(Clean), pair => Assert.Equal(pair.Second, pair.First, 1e-4f));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_model_that_knows_the_clean_sample_leads_to_it()
    {
        IScheduler[] schedulers =
        [
            new Ddim { Prediction = Prediction.Sample },
            new Ddim { Prediction = Prediction.Sample, Eta = 1, Spacing = TimestepSpacing.Trailing, Variance = new() { ZeroTerminalSnr = true } },
            new UniPc { Settings = new() { Prediction = Prediction.Sample } },
            new DpmSolver { Settings = new() { Prediction = Prediction.Sample, Spacing = TimestepSpacing.Trailing } },
        ];
        foreach (var scheduler in schedulers)
        {
            var sampler = scheduler.Start(new(12));
            float[] sample = [.. Noise];
            for (var step = 0; step < 12; step++)
                sampler.Step(sample, Clean, sampler.NeedsNoise ? Noise : []);
            Assert.All(sample.Zip(Clean), pair => Assert.Equal(pair.Second, pair.First, 1e-4f));
        }
    }

    [Fact]
    public void Noise_falls_from_step_to_step_and_ends_at_nothing() => Prop.ForAll(Plans, plan =>
    {
        foreach (var scheduler in (IScheduler[])[.. Flows(plan.Shift), new Ddim(), new UniPc(), new DpmSolver()])
        {
            var sampler = scheduler.Start(new(plan.Steps));
            Assert.Equal((plan.Steps, plan.Steps + 1), (sampler.Timesteps.Count, sampler.Sigmas.Count));
            Assert.All(sampler.Sigmas.Zip(sampler.Sigmas.Skip(1)), pair => Assert.True(pair.First > pair.Second));
            Assert.Equal(0, sampler.Sigmas[^1]);
            Assert.All(sampler.Timesteps, timestep => Assert.InRange(timestep, 0, 1000));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_signal_falls_over_the_training_and_can_be_made_to_vanish() => Prop.ForAll(
        (from curve in Gen.Elements(Enum.GetValues<BetaCurve>()) from tenths in Gen.Choose(10, 50) from zero in Gen.Elements(true, false)
         select new VarianceSchedule { Curve = curve, SnrShift = tenths / 10.0, ZeroTerminalSnr = zero }).ToArbitrary(), variance =>
        {
            var shares = variance.SignalShares();
            Assert.All(shares.Zip(shares.Skip(1)), pair => Assert.True(pair.First > pair.Second));
            Assert.InRange(shares[0], 0.9, 1);
            Assert.Equal(variance.ZeroTerminalSnr, shares[^1] == 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Longer_sequences_stay_longer_at_high_noise()
    {
        float Middle(int tokens) => new FlowMatchEuler { DynamicShift = new() }.Start(new(9, tokens)).Sigmas[4];
        Assert.True(Middle(256) < Middle(1024));
        Assert.True(Middle(1024) < Middle(4096));
        Assert.Throws<ArgumentException>(() => Middle(0));
    }

    [Fact]
    public void A_terminal_shift_sets_the_last_noise_level()
    {
        var sigmas = new FlowMatchEuler { Shift = 4, ShiftTerminal = 0.1 }.Start(new(8)).Sigmas;
        Assert.Equal([1f, 0.1f, 0f], [sigmas[0], sigmas[^2], sigmas[^1]]);
    }

    [Theory]
    [InlineData("""{"_class_name":"EulerAncestralDiscreteScheduler"}""", "EulerAncestralDiscreteScheduler")]
    [InlineData("""{}""", "_class_name")]
    [InlineData("""{"_class_name":"DPMSolverMultistepScheduler","algorithm_type":"sde-dpmsolver++"}""", "algorithm_type")]
    [InlineData("""{"_class_name":"UniPCMultistepScheduler","use_karras_sigmas":true}""", "use_karras_sigmas")]
    [InlineData("""{"_class_name":"UniPCMultistepScheduler","solver_type":"bh1"}""", "bh1")]
    [InlineData("""{"_class_name":"DDIMScheduler","beta_schedule":"sigmoid"}""", "sigmoid")]
    [InlineData("""{"_class_name":"FlowMatchEulerDiscreteScheduler","shift":"three"}""", "shift is \"three\", not a number")]
    [InlineData("""{"_class_name":"FlowMatchEulerDiscreteScheduler","num_train_timesteps":10.5}""", "num_train_timesteps is 10.5, not a whole number")]
    [InlineData("""{"_class_name":"UniPCMultistepScheduler","use_flow_sigmas":1}""", "use_flow_sigmas is 1, not true or false")]
    [InlineData("""[]""", "no JSON object")]
    public void A_config_that_would_be_followed_wrongly_is_refused_by_name(string config, string named)
    {
        var thrown = Assert.Throws<NotSupportedException>(() => SchedulerConfig.Read(JsonDocument.Parse(config).RootElement));
        Assert.Contains(named, thrown.Message);
    }
}
