using System.Globalization;
using SoraFunctions.Fuzz;
using SoraFunctions.Fuzz.Corpus;
using SoraFunctions.Fuzz.Targets;

// Usage: dotnet run -c Release --project tests/Fuzz -- [executions] [seed] [target ...]
var executions = args.Length > 0 ? long.Parse(args[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 100_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var names = args.Skip(2).ToHashSet();
var targets = FuzzTargets.All(new SmallFiles()).Where(target => names.Count == 0 || names.Contains(target.Name)).ToList();
if (targets.Count == 0)
{
    Console.Error.WriteLine($"There is no such target; there are {string.Join(", ", FuzzTargets.All(new SmallFiles()).Select(target => target.Name))}.");
    return 2;
}

var run = new FuzzRun(targets, seed);
var findings = run.Run(executions, so =>
{
    if ((so.Executions + 1) % 100_000 == 0)
        Console.WriteLine($"{so.Executions + 1:N0} executions; at most {so.Worst.Milliseconds:0} ms and {so.Worst.Bytes >> 20} MB");
});
Console.WriteLine($"{run.Executions:N0} executions with seed {seed}; at most {run.Worst.Milliseconds:0} ms and {run.Worst.Bytes >> 20} MB; {findings.Count} findings");
foreach (var (index, finding) in findings.Index())
{
    var file = Path.Combine(Path.GetTempPath(), $"fuzz-{finding.Target}-{seed}-{index}.bin");
    File.WriteAllBytes(file, finding.Input);
    Console.WriteLine($"{finding.Target}: {finding.Problem}\n  {file}");
}
return findings.Count == 0 ? 0 : 1;
