using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Diffusion.Guidance;
using SoraFunctions.Models.Diffusion.Sampling;
using SoraFunctions.Models.Noise;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Schedulers;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Tests.Diffusion.Tiny;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class LatentSamplerTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public static TheoryData<string> Families => [.. TinyPackage.All.Keys];

    public void Dispose() => _temporary.Dispose();

    [Theory, MemberData(nameof(Families))]
    public void Four_steps_give_the_recorded_latents(string family)
    {
        using var run = Open(family);
        var latents = run.Sample(run.Order());
        var mean = latents.Average(value => (double)value);
        float[] found = [(float)mean, (float)Math.Sqrt(latents.Average(value => (value - mean) * (value - mean))), .. latents.Where((_, i) => i % (latents.Length / 6) == 0).Take(6)];

        using var golden = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Diffusion", "golden.json")));
        var recorded = golden.RootElement.TryGetProperty(family, out var entry) ? entry.EnumerateArray().Select(one => one.GetSingle()).ToArray() : [];
        // Kernels of another processor sum in another order.
        Assert.True(recorded.Length == found.Length && recorded.Zip(found).All(pair => Math.Abs(pair.First - pair.Second) < 2e-3f * (1 + Math.Abs(pair.First))),
            $"\"{family}\": [{string.Join(", ", found.Select(value => value.ToString("R")))}]");
    }

    [Fact]
    public void The_loop_is_what_the_paper_says()
    {
        // LTX-Video once more, in a few plain lines: batch of one, tokens in rows, Euler's steps along the straight path.
        using var run = Open("ltx");
        var order = run.Order() with { Guidance = new(3) };
        var shape = run.Shape;
        var part = run.Package.Part(PartKind.Denoiser)!;
        using var session = ModelSession.Open(part.Path, new() { Providers = [ExecutionProvider.Cpu] });
        var noise = new GaussianNoise(7).Values(shape.Length);
        var tokens = new float[shape.Length];
        for (var token = 0; token < shape.Volume; token++)
            for (var channel = 0; channel < 128; channel++)
                tokens[token * 128 + channel] = noise[channel * shape.Volume + token];
        var mu = FlowShift.Mu(shape.Volume, 1024, 4096, 0.95, 2.05);
        var sigmas = new[] { 1, 0.75, 0.5, 0.25 }.Select(sigma => FlowShift.Exponential(sigma, mu)).ToArray();
        FlowShift.StretchToTerminal(sigmas, 0.1);
        for (var step = 0; step < 4; step++)
        {
            var (positive, negative) = (Say(order.Prompt), Say(order.Negative!));
            var next = step == 3 ? 0 : (float)sigmas[step + 1];
            for (var i = 0; i < tokens.Length; i++)
                tokens[i] += (next - (float)sigmas[step]) * (negative[i] + 3 * (positive[i] - negative[i]));

            float[] Say(Models.Diffusion.Texts.EncodedPrompt prompt)
            {
                var inputs = new Dictionary<string, OrtValue>
                {
                    ["hidden_states"] = Tensor(tokens, 1, shape.Volume, 128),
                    ["timestep"] = Tensor(TinyNetwork.Filled(shape.Volume, (float)(sigmas[step] * 1000)), 1, shape.Volume),
                    ["encoder_hidden_states"] = Tensor(prompt.Vectors, 1, 12, TinyDenoiser.TextWidth),
                    ["encoder_attention_mask"] = OrtValue.CreateTensorValueFromMemory(prompt.Mask.Select(one => (long)one).ToArray(), [1, 12]),
                    ["num_frames"] = OrtValue.CreateTensorValueFromMemory(new[] { (long)shape.Frames }, []),
                    ["height"] = OrtValue.CreateTensorValueFromMemory(new[] { (long)shape.Height }, []),
                    ["width"] = OrtValue.CreateTensorValueFromMemory(new[] { (long)shape.Width }, []),
                    ["rope_interpolation_scale"] = Tensor([8f / 25, 32, 32], 3),
                };
                using var outputs = session.Run(inputs);
                return TensorValues.Read(outputs[0]);
            }
        }

        var latents = run.Sample(order);

        for (var token = 0; token < shape.Volume; token++)
            for (var channel = 0; channel < 128; channel++)
                Assert.Equal(tokens[token * 128 + channel], latents[channel * shape.Volume + token], 1e-4f);

        static OrtValue Tensor(float[] values, params long[] dimensions) => OrtValue.CreateTensorValueFromMemory(values, dimensions);
    }

    [Theory, InlineData("ltx"), InlineData("wan"), InlineData("animatediff")]
    public void Equal_orders_give_equal_bits_and_other_seeds_and_words_others(string family)
    {
        using var run = Open(family);
        var latents = run.Sample(run.Order());
        Assert.Equal(latents, run.Sample(run.Order()));
        Assert.NotEqual(latents, run.Sample(run.Order(seed: 8)));
        Assert.NotEqual(latents, run.Sample(run.Order("a cat on the table")));
    }

    [Theory, InlineData("ltx"), InlineData("wan"), InlineData("cogvideox"), InlineData("mochi")]
    public void Guidance_in_one_batch_and_one_after_the_other_are_the_same(string family)
    {
        using var run = Open(family);
        var order = run.Order();
        var batched = run.Sample(order with { Guidance = order.Guidance with { Batched = true } });
        var split = run.Sample(order with { Guidance = order.Guidance with { Batched = false } });
        Assert.Equal(batched, split, (a, b) => Math.Abs(a - b) < 1e-4f);
    }

    [Fact]
    public void Without_guidance_the_prompt_alone_is_followed()
    {
        using var run = Open("wan");
        var order = run.Order() with { Guidance = new GuidanceRule(1) };
        Assert.Equal(run.Sample(order with { Negative = null }), run.Sample(order), (a, b) => Math.Abs(a - b) < 1e-5f);
    }

    [Fact]
    public void A_package_in_half_precision_gives_nearly_the_same()
    {
        using var run = Open("wan");
        using var half = new TinyRun(_temporary.File("half"), folder => TinyPackage.Wan(folder, TensorElementType.Float16));
        Assert.True(Distance(run.Sample(run.Order()), half.Sample(half.Order())) < 0.02);
    }

    [Fact]
    public void The_second_expert_takes_over_when_little_noise_is_left()
    {
        using var both = Open("wan-experts");
        using var one = new TinyRun(_temporary.File("one"), folder => TinyPackage.Wan(folder));
        var order = one.Order() with { Guidance = new(4), SecondScale = null };
        var (first, others) = (new List<float[]>(), new List<float[]>());
        both.Sample(order with { SecondScale = both.Family.SecondScale, ForesightEvery = 1 }, step => Keep(first, step));
        one.Sample(order with { ForesightEvery = 1 }, step => Keep(others, step));
        // Timesteps 999, 900, 749 and 500: from 875 down the second one is asked.
        Assert.Equal(others[0], first[0]);
        Assert.Equal(others[1], first[1]);
        Assert.NotEqual(others[2], first[2]);

        static void Keep(List<float[]> kept, SamplingStep step)
        {
            if (step.Foresight is { } foresight)
                kept.Add((float[])foresight.Clone());
        }
    }

    [Fact]
    public void Only_one_model_need_fit_into_memory()
    {
        using var run = new TinyRun(_temporary.File("package"), TinyPackage.WanExperts, 1);
        run.Sample(run.Order());
        Assert.Empty(run.Pool.Status.Models);
    }

    [Fact]
    public void A_clip_is_given_up_between_two_steps()
    {
        using var run = Open("wan");
        using var cancellation = new CancellationTokenSource();
        var steps = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => run.Sample(run.Order(), _ =>
        {
            if (++steps == 2)
                cancellation.Cancel();
        }, cancellation.Token));
        Assert.Equal(2, steps);
        Assert.All(run.Pool.Status.Models, model => Assert.Equal(0, model.Users));
    }

    [Theory, InlineData("wan"), InlineData("ltx")]
    public void One_window_over_the_whole_clip_is_no_window(string family)
    {
        using var run = Open(family);
        var order = run.Order();
        Assert.Equal(run.Sample(order), run.Sample(order with { WindowFrames = 50, WindowOverlap = 20 }));
    }

    [Fact]
    public void A_model_that_looks_at_every_frame_alone_gives_the_same_in_any_windows()
    {
        using var run = new TinyRun(_temporary.File("plain"), folder =>
        {
            TinyPackage.Wan(folder);
            var net = new TinyNetwork(1);
            net.Graph.Input("hidden_states", TensorElementType.Float, "batch", 16, "frames", "height", "width");
            net.Graph.Input("timestep", TensorElementType.Int64, "batch");
            net.Graph.Input("encoder_hidden_states", TensorElementType.Float, "batch", "sequence", TinyDenoiser.TextWidth);
            net.Graph.Output("out_sample", TensorElementType.Float, "batch", 16, "frames", "height", "width");
            net.Result("Tanh", ["hidden_states"], "out_sample");
            TinyPackage.Save(net.Graph, folder, "transformer");
        });
        var order = run.Order() with { Shape = run.Shape with { Frames = 12 }, WindowFrames = 12 };
        var whole = run.Sample(order);
        var windows = (from length in Gen.Choose(1, 12) from overlap in Gen.Choose(0, length - 1) select (length, overlap)).ToArbitrary();
        Prop.ForAll(windows, window => Assert.Equal(
                whole, run.Sample(order with { WindowFrames = window.length, WindowOverlap = window.overlap }), (a, b) => Math.Abs(a - b) < 1e-4f))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Fact]
    public void Windows_that_overlap_make_a_clip_without_a_seam()
    {
        using var run = Open("wan");
        var order = run.Order() with { Shape = run.Shape with { Frames = 9 }, WindowFrames = 5, WindowOverlap = 3 };
        var latents = run.Sample(order);
        Assert.All(latents, value => Assert.True(float.IsFinite(value)));
        // Windows without overlap are two clips that know nothing of each other: with overlap the step between them is smaller.
        var apart = run.Sample(order with { WindowFrames = 5, WindowOverlap = 0 });
        Assert.NotEqual(apart, latents);
        Assert.Equal(latents, run.Sample(order));
    }

    [Fact]
    public void A_remix_makes_only_the_steps_that_it_needs()
    {
        using var run = Open("ltx");
        var order = run.Order();
        var steps = new List<SamplingStep>();
        run.Sample(order with { Source = run.Sample(order), Strength = 0.5 }, steps.Add);
        Assert.Equal([(1, 2), (2, 2)], steps.Select(step => (step.Done, step.Count)));
    }

    [Fact]
    public void Foresights_come_nearer_to_the_clip()
    {
        using var run = Open("mochi");
        var errors = new List<float[]>();
        var latents = run.Sample(run.Order() with { Guidance = new(1), ForesightEvery = 1 }, step =>
        {
            if (step.Foresight is { } foresight)
                errors.Add((float[])foresight.Clone());
        });
        Assert.Equal(3, errors.Count);
        Assert.True(Distance(errors[2], latents) < Distance(errors[0], latents));
        Assert.True(Distance(errors[0], latents) < Distance(new GaussianNoise(7).Values(latents.Length), latents));
    }

    private static double Distance(float[] one, float[] other) => Math.Sqrt(one.Zip(other).Average(pair => Math.Pow(pair.First - pair.Second, 2)));

    private TinyRun Open(string family) => new(_temporary.File(family), TinyPackage.All[family]);
}
