using System.Diagnostics;
using SoraFunctions.Local.Durable;

namespace SoraFunctions.CrashHost;

/// <summary>
/// Kills the process at the points it is told to, once at each: a point where an earlier process of the same journal died is passed.
/// So a process that is started until it ends has died at every point on its way.
/// </summary>
internal sealed class Deaths
{
    /// <summary>Environment variable: names of failpoints separated by commas, or <c>all</c>; empty for a quiet run.</summary>
    public const string Variable = "SORA_CRASH_AT";

    /// <summary>Inside an activity, before and after its side effect.</summary>
    public const string BeforeEffect = "before-effect";
    public const string AfterEffect = "after-effect";

    private readonly Journal _journal;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _died;
    private readonly Lock _lock = new();

    public Deaths(Journal journal, string folder, string? names)
    {
        _journal = journal;
        _names = [.. names == "all" ? All : names?.Split(',') ?? []];
        if (_names.Except(All).FirstOrDefault() is { Length: > 0 } unknown)
        {
            throw new ArgumentException($"There is no failpoint '{unknown}'; there are {string.Join(", ", All)}.");
        }

        _died = [.. Journal.Read(folder).Where(line => line.StartsWith("died ", StringComparison.Ordinal)).Select(line => line[5..])];
    }

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Failpoint.All, BeforeEffect, AfterEffect];

    /// <summary>Passes a point, or dies there.</summary>
    public void At(Failpoint point)
    {
        // The whole process dies in here, so no other point is passed while one thread dies.
        lock (_lock)
        {
            if (point.Name == Failpoint.ActivityBegins)
            {
                _journal.Write($"began {point.Instance}#{point.Number}");
            }
            else if (point.Name == Failpoint.AfterCommit(WriteKind.Result))
            {
                _journal.Write($"recorded {point.Instance}#{point.Number}");
            }
            else if (point.Name == Failpoint.AfterCommit(WriteKind.Retry))
            {
                _journal.Write($"retrying {point.Instance}#{point.Number}");
            }

            if (_names.Contains(point.Name) && _died.Add(point.ToString()))
            {
                _journal.Write($"died {point}");
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        }
    }
}
