using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Benchmarks.Direction;

/// <summary>How fast the embedded writer writes: one operation is one storyboard, of an advertisement or of a scene.</summary>
[MemoryDiagnoser]
public class WritingBenchmark
{
    private readonly EmbeddedWriter _writer = new();
    private VideoRequest[] _requests = [];
    private int _next;

    /// <summary>Runs it in this process and prints BenchmarkDotNet's table.</summary>
    internal static int Run()
    {
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableOptimizationsValidator);
        return BenchmarkRunner.Run<WritingBenchmark>(config).HasCriticalValidationErrors ? 1 : 0;
    }

    /// <summary>The labelled briefs, half of them for a product.</summary>
    [GlobalSetup]
    public void Prepare() => _requests =
    [
        .. LabelledBrief.Of(Path.Combine(AppContext.BaseDirectory, "Direction", "briefs.tsv")).Select((brief, i) => new VideoRequest
        {
            Prompt = brief.Prompt,
            Seconds = 10,
            Seed = i,
            Product = i % 2 == 0 ? null : new ProductBrief
            {
                Title = brief.Language == "zh" ? "露华玫瑰香水" : "Rosée Eau de Parfum",
                Description = brief.Language == "zh"
                    ? "清新玫瑰与佛手柑香调，持久留香十二小时。法国格拉斯手工灌装，玻璃瓶可重复补充。"
                    : "A bright floral scent with rose, bergamot and white musk. Lasts twelve hours on skin. Hand-poured in Grasse in refillable glass.",
                Price = 79,
                Currency = "USD",
                Pictures = [],
            },
        }),
    ];

    /// <summary>Writes the next one.</summary>
    [Benchmark]
    public WrittenStoryboard Storyboard() =>
        _writer.Write(_requests[_next++ % _requests.Length], CancellationToken.None).GetAwaiter().GetResult();
}
