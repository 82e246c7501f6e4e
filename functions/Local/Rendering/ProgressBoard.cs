using System.Collections.Concurrent;
using System.Diagnostics;
using SoraFunctions.Pipeline.Videos;
using Spectre.Console;

namespace SoraFunctions.Local.Rendering;

/// <summary>Shows the stages of one video as they go: one bar per stage, and one per shot while shots are rendered.</summary>
internal sealed class ProgressBoard
{
    private readonly ConcurrentDictionary<(Stage Stage, string Part), ProgressTask> _bars = [];
    private readonly ConcurrentDictionary<Stage, (TimeSpan First, TimeSpan Last)> _times = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _lastEnd;

    /// <summary>Wall time that each stage took, from the end of the one before it to its own last note.</summary>
    public IEnumerable<(Stage Stage, TimeSpan Time)> Times => _times
        .OrderBy(pair => pair.Key)
        .Select(pair => (pair.Key, pair.Value.Last - pair.Value.First));

    /// <summary>Runs the work under the board.</summary>
    public static async Task<T> Show<T>(Func<ProgressBoard, Task<T>> work)
    {
        var board = new ProgressBoard();
        if (Console.IsOutputRedirected)
        {
            return await work(board);
        }

        return await AnsiConsole.Progress()
            .AutoClear(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn(),
                new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                board._context = context;
                return await work(board);
            });
    }

    private ProgressContext? _context;

    /// <summary>Takes a note.</summary>
    public void Take(StageNote note)
    {
        var now = _clock.Elapsed;
        _times.AddOrUpdate(note.Stage, _ => (_lastEnd, now), (_, times) => (times.First, now));
        if (note.Done >= 1)
        {
            _lastEnd = now;
        }

        if (_context is { } context)
        {
            var bar = _bars.GetOrAdd((note.Stage, note.Part), key => context.AddTask(LabelOf(key.Stage, key.Part)));
            bar.Value = note.Done * 100;
            if (note.Done >= 1)
            {
                bar.StopTask();
            }
        }
        else if (note.Done >= 1)
        {
            Console.WriteLine($"{now.TotalSeconds,6:0.0} s  {LabelOf(note.Stage, note.Part)}");
        }
    }

    private static string LabelOf(Stage stage, string part) => stage switch
    {
        Stage.Moderation => "moderation",
        Stage.Storyboard => "storyboard",
        Stage.Render => $"shot · {part}",
        Stage.Cut => $"cut · {part}",
        Stage.Provenance => $"provenance · {part}",
        Stage.Commerce => "commerce links",
        _ => "delivery",
    };
}
