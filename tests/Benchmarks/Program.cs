using SoraFunctions.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- durable [instances] [folder]
if (args is ["durable", .. var rest])
{
    await DurableBenchmarks.Run(rest);
    return 0;
}

Console.Error.WriteLine("Say what to measure: durable.");
return 2;
