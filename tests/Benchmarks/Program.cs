using SoraFunctions.Benchmarks;

var modes = new Dictionary<string, Func<string[], Task>> { ["durable"] = DurableBenchmarks.Run };
if (args is not [var mode, .. var rest] || !modes.TryGetValue(mode, out var run))
{
    Console.Error.WriteLine($"Say what to measure: {string.Join(", ", modes.Keys)}.");
    return 2;
}

await run(rest);
return 0;
