using System.Text.Json;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Noise;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Schedulers;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion.Sampling;

/// <summary>
/// The way from noise to the latents of a clip. A clip longer than the model's own is made in windows that overlap: at every step what the model says of
/// each window is blended, and all windows move together, so that they agree where they meet (Bar-Tal et al. 2023, MultiDiffusion, along time).
/// </summary>
/// <param name="pool">Where sessions come from.</param>
/// <param name="package">A package that can run.</param>
/// <param name="family">What it is.</param>
public sealed class LatentSampler(SessionPool pool, ModelPackage package, Family family)
{
    private const int TrainSteps = 1000;

    /// <summary>The streams of noise: the first sample's, then one for each step that wants fresh noise.</summary>
    private const uint StartStream = 0, FirstStepStream = 1;

    /// <summary>Makes the latents of one clip, on the denoiser's scale.</summary>
    /// <param name="order">What to make.</param>
    /// <param name="onStep">Told each step that was made.</param>
    /// <param name="cancellation">Ends the work, within a run of the model too.</param>
    /// <exception cref="ModelLoadException">A denoiser cannot be loaded.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">It cannot be run.</exception>
    public float[] Sample(SamplingOrder order, Action<SamplingStep>? onStep, CancellationToken cancellation)
    {
        var shape = order.Shape;
        var sampler = Scheduler().Start(new(order.Steps, shape.Frames * (shape.Height / family.Patch) * (shape.Width / family.Patch), Sigmas(order.Steps)));
        var (latents, first) = Begin(order, sampler);
        var said = new float[shape.Length];
        var (noise, foresight) = (sampler.NeedsNoise ? new float[shape.Length] : [], order.ForesightEvery > 0 ? new float[shape.Length] : null);
        using var experts = new Experts(pool, package, family, order);
        var windows = new WindowedRun(order);
        for (var step = first; step < sampler.Timesteps.Count; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var timestep = sampler.Timesteps[step];
            var second = family.Boundary is { } boundary && timestep < boundary * TrainSteps;
            var guidance = second && order.SecondScale is { } scale ? order.Guidance with { Scale = scale } : order.Guidance;
            windows.Run(experts.For(second), latents, timestep, guidance.At((double)step / sampler.Timesteps.Count), said, cancellation);

            var done = step + 1;
            var foresees = foresight is not null && done % order.ForesightEvery == 0 && done < sampler.Timesteps.Count;
            if (foresees)
                sampler.Foresee(latents, said, foresight);
            if (sampler.NeedsNoise)
                new GaussianNoise(order.Seed, FirstStepStream + (uint)step).Fill(noise);
            sampler.Step(latents, said, noise);
            KeepFirst(order, latents);
            if (foresees)
                KeepFirst(order, foresight!);
            onStep?.Invoke(new(done - first, sampler.Timesteps.Count - first, foresees ? foresight : null));
        }
        return latents;
    }

    private static (float[] Latents, int First) Begin(SamplingOrder order, ISampler sampler)
    {
        var latents = new GaussianNoise(order.Seed, StartStream).Values(order.Shape.Length);
        var first = 0;
        if (order.Source is { } source)
        {
            first = Math.Clamp(order.Steps - (int)Math.Ceiling(order.Steps * order.Strength), 0, order.Steps - 1);
            var begun = (float[])source.Clone();
            sampler.StartAt(first, begun, latents);
            latents = begun;
        }
        KeepFirst(order, latents);
        return (latents, first);
    }

    private static void KeepFirst(SamplingOrder order, float[] latents)
    {
        if (order.Known is { FirstFrame.Length: > 0 } known)
            order.Shape.PasteFrames(known.FirstFrame, latents, 0);
    }

    private IScheduler Scheduler()
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(package.Part(PartKind.Scheduler)!.Path));
        return SchedulerConfig.Read(config.RootElement);
    }

    private double[]? Sigmas(int steps) => family.Sigmas switch
    {
        SigmaRule.Even => [.. Enumerable.Range(0, steps).Select(i => 1 - (double)i / steps)],
        SigmaRule.LinearQuadratic when steps > 1 => FlowShift.LinearQuadratic(steps),
        _ => null,
    };
}
