using System.Diagnostics;
using SoraFunctions.Fuzz.Mutation;
using SoraFunctions.Fuzz.Targets;

namespace SoraFunctions.Fuzz;

/// <summary>Runs targets on mutated files. The same seed tries the same files again.</summary>
/// <param name="targets">What is run.</param>
/// <param name="seed">Decides all mutations.</param>
internal sealed class FuzzRun(IReadOnlyList<FuzzTarget> targets, int seed)
{
    private const int MostFindings = 50;
    private const int Kept = 256;

    /// <summary>Executions so far.</summary>
    public long Executions { get; private set; }

    /// <summary>Largest cost of an execution: milliseconds and bytes.</summary>
    public (double Milliseconds, long Bytes) Worst { get; private set; }

    /// <summary>Runs each target equally often.</summary>
    /// <param name="executions">How often in all.</param>
    /// <param name="told">Is called after each thousand.</param>
    public List<Finding> Run(long executions, Action<FuzzRun>? told = null)
    {
        var findings = new List<Finding>();
        var chance = new Random(seed);
        var pools = targets.Select(target => target.Corpus.ToList()).ToList();
        for (; Executions < executions && findings.Count < MostFindings; Executions++)
        {
            var which = (int)(Executions % targets.Count);
            var (target, pool) = (targets[which], pools[which]);
            var input = Executions < targets.Count * target.Corpus.Count ? pool[(int)(Executions / targets.Count) % pool.Count] : Mutated(pool, chance);
            if (Try(target, input) is { } problem)
                findings.Add(new Finding(target.Name, problem, input));
            else if (chance.Next(200) == 0 && input.Length is > 0 and < 64 << 10)
                Keep(pool, target.Corpus.Count, input, chance);
            if ((Executions + 1) % 1000 == 0)
                told?.Invoke(this);
        }
        return findings;
    }

    private static byte[] Mutated(List<byte[]> pool, Random chance)
    {
        var input = pool[chance.Next(pool.Count)];
        var other = pool[chance.Next(pool.Count)];
        var mutated = chance.Next(2) == 0 ? BoxMutation.Apply(input, other, chance) ?? ByteMutation.Apply(input, other, chance)
            : ByteMutation.Apply(input, other, chance);
        return mutated.Length <= FuzzLimits.LongestInput ? mutated : mutated[..FuzzLimits.LongestInput];
    }

    /// <summary>Mutates some mutations further, so that changes add up; the good files always stay.</summary>
    private static void Keep(List<byte[]> pool, int good, byte[] input, Random chance)
    {
        if (pool.Count < Kept)
            pool.Add(input);
        else
            pool[chance.Next(good, pool.Count)] = input;
    }

    private string? Try(FuzzTarget target, byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        string? problem = null;
        try
        {
            target.Run(input);
        }
        catch (Exception refusal) when (target.Refusals.Contains(refusal.GetType()))
        {
        }
        catch (Exception error)
        {
            problem = error.ToString();
        }
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Worst = (Math.Max(Worst.Milliseconds, clock.Elapsed.TotalMilliseconds), Math.Max(Worst.Bytes, bytes));
        return problem
            ?? (clock.Elapsed > FuzzLimits.Longest ? $"It took {clock.Elapsed.TotalSeconds:0.0} s."
                : bytes > FuzzLimits.MostBytes ? $"It allocated {bytes >> 20} MB."
                : null);
    }
}
