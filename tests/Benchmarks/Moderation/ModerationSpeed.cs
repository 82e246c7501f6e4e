using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Benchmarks.Moderation;

/// <summary>How many moderations the built-in rules do in a second on one core.</summary>
public class ModerationSpeed
{
    private readonly RuleModerator _moderator = new();
    private ModeratedText[][] _prompts = [];
    private ModeratedText[][] _orders = [];

    /// <summary>This program is published without its sources, so nothing can be compiled for a run of its own.</summary>
    internal static IConfig InThisProcess => DefaultConfig.Instance
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
        .AddColumn(StatisticColumn.OperationsPerSecond)
        .WithOptions(ConfigOptions.DisableOptimizationsValidator);

    /// <summary>Half English, half Chinese; disguised and harmless ones.</summary>
    [GlobalSetup]
    public void Read()
    {
        LabelledText[] all = [.. LabelledText.In("benign.tsv"), .. LabelledText.In("violations.tsv")];
        _prompts = [.. all.Select(text => new[] { new ModeratedText("prompt", text.Text) })];
        var copy = LabelledText.In("benign.tsv").Where(text => text.Kind == "advertising").ToArray();
        _orders =
        [
            .. copy.Chunk(6).Where(six => six.Length == 6).Select(six => new ModeratedText[]
            {
                new("prompt", six[0].Text), new("product.title", six[1].Text), new("product.description", $"{six[2].Text} {six[3].Text} {six[4].Text}"),
                new("brand.name", six[5].Text[..Math.Min(12, six[5].Text.Length)]),
            }),
        ];
    }

    /// <summary>A prompt alone, over all labelled texts.</summary>
    [Benchmark(OperationsPerInvoke = 800)]
    public Task<int> Prompts() => Over(_prompts, 800);

    /// <summary>An order: prompt, product with a description, brand.</summary>
    [Benchmark(OperationsPerInvoke = 300)]
    public Task<int> Orders() => Over(_orders, 300);

    private async Task<int> Over(ModeratedText[][] texts, int count)
    {
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            found += (await _moderator.Judge(texts[i % texts.Length], [], CancellationToken.None)).Findings.Count;
        }

        return found;
    }
}
