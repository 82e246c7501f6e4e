using System.Collections.Concurrent;
using System.Text.Json;
using SoraFunctions.Pipeline.Json;

namespace SoraFunctions.Azure.Tests.Parity.Runs;

/// <summary>What the orchestrations of a run asked for, and which activities were run, with every input.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<string, List<string>> _asked = new();
    private readonly ConcurrentQueue<string> _ran = new();

    /// <summary>What each instance asked for, in order.</summary>
    public IEnumerable<string> Asked => _asked.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .SelectMany(pair => pair.Value.Select(line => $"{pair.Key}: {line}"));

    public IEnumerable<string> Instances => _asked.Keys;

    /// <summary>The runs of activities, repetitions included; side by side they have no order.</summary>
    public IEnumerable<string> Ran => _ran.Order(StringComparer.Ordinal);

    /// <summary>The code of an instance starts from the top: what it asked for in an earlier replay it will ask for again.</summary>
    public List<string> Begin(string instance) => _asked[instance] = [];

    public void Run(string activity, object? input) => _ran.Enqueue($"{activity} {Write(input, input!.GetType())}");

    public static string Write(object? value, Type type) => JsonSerializer.Serialize(value, PipelineJson.Default.Options.GetTypeInfo(type));
}
