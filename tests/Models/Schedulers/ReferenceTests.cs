using System.Text.Json;
using SoraFunctions.Models.Schedulers;

namespace SoraFunctions.Models.Tests.Schedulers;

/// <summary>
/// Samplings recorded from the schedulers of diffusers (commit 58eb52c0, run unchanged on torch 1.13 in float32). The file says with
/// what model and from what sample.
/// </summary>
public class ReferenceTests
{
    private static readonly JsonElement[] Cases =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schedulers", "diffusers.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(one => one.GetProperty("name").GetString()!)];

    [Theory, MemberData(nameof(Names))]
    public void Samples_equal_the_reference(string name)
    {
        var recorded = Cases.Single(one => one.GetProperty("name").GetString() == name);
        var sampler = Scheduler(recorded).Start(new(
            recorded.GetProperty("steps").GetInt32(),
            recorded.TryGetProperty("tokens", out var tokens) ? tokens.GetInt32() : 0,
            recorded.TryGetProperty("sigmas", out _) ? Numbers(recorded, "sigmas") : null));
        Near(Numbers(recorded, "timesteps"), sampler.Timesteps, "timestep");
        if (recorded.TryGetProperty("levels", out _))
            Near(Numbers(recorded, "levels"), sampler.Sigmas, "noise level");

        var sample = Values(i => 1.5 * Math.Sin(1.3 * i + 0.2));
        for (var step = 0; step < sampler.Timesteps.Count; step++)
        {
            var output = Values(i => 0.5 * sample[i] + 0.3 * Math.Cos(0.7 * i) - 0.2 * sampler.Timesteps[step] / 1000);
            sampler.Step(sample, output, sampler.NeedsNoise ? Values(i => Math.Cos(2.1 * i + step)) : []);
            if (step == 0)
                Near(Numbers(recorded, "first"), sample, "value after the first step");
        }
        Near(Numbers(recorded, "last"), sample, "value after the last step");
    }

    [Fact]
    public void A_sampling_that_is_over_takes_no_more_steps()
    {
        var sampler = new FlowMatchEuler().Start(new(1));
        sampler.Step(new float[2], new float[2]);
        Assert.Throws<InvalidOperationException>(() => sampler.Step(new float[2], new float[2]));
    }

    private static IScheduler Scheduler(JsonElement recorded)
    {
        var scheduler = SchedulerConfig.Read(recorded.GetProperty("config"));
        return recorded.TryGetProperty("eta", out var eta) ? (Ddim)scheduler with { Eta = eta.GetDouble() } : scheduler;
    }

    private static float[] Values(Func<int, double> value) => [.. Enumerable.Range(0, 8).Select(i => (float)value(i))];

    private static double[] Numbers(JsonElement recorded, string name) => [.. recorded.GetProperty(name).EnumerateArray().Select(one => one.GetDouble())];

    private static void Near(double[] expected, IReadOnlyList<float> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-5 * Math.Max(1, Math.Abs(expected[i])), $"{what} {i}: {actual[i]}, expected {expected[i]}");
    }
}
