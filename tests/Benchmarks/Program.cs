using SoraFunctions.Benchmarks;
using SoraFunctions.Benchmarks.Worker;

// dotnet run -c Release --project tests/Benchmarks -- durable [instances] [folder]
// dotnet run -c Release --project tests/Benchmarks -- worker [jobs] [folder]
// dotnet run -c Release --project tests/Benchmarks -- render [frames]
switch (args)
{
    case ["durable", .. var rest]:
        await DurableBenchmarks.Run(rest);
        return 0;
    case ["worker", .. var rest]:
        await WorkerBenchmarks.Run(rest);
        return 0;
    case ["render", .. var rest]:
        RenderBenchmarks.Run(rest);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: durable, worker, render.");
        return 2;
}
