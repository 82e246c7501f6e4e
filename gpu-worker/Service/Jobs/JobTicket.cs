using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>An unfinished job as the store has it. Whoever changes it does so under the condition that nobody else did.</summary>
internal sealed record JobTicket
{
    /// <summary>The name of the job.</summary>
    public required string Key { get; init; }

    /// <summary>What to do.</summary>
    public required RenderJob Job { get; init; }

    /// <summary>Where it stands in the row.</summary>
    public required Turn Turn { get; init; }

    /// <summary>This asking for the job, so that a job that is asked for anew is not mistaken for its former self.</summary>
    public required string Asking { get; init; }

    /// <summary>When it was accepted, as the clock of the accepting replica had it; the order within a party.</summary>
    public required DateTimeOffset Accepted { get; init; }

    /// <summary>The span in which it was asked for, as W3C has it; null for none.</summary>
    public string? Trace { get; init; }

    /// <summary>Whether it was given up.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Which replica works on it; null for none.</summary>
    public string? Owner { get; init; }

    /// <summary>Counts the changes that its owners make: the sign that the present one lives.</summary>
    public long Beat { get; init; }

    /// <summary>Done part, 0 to 1, as of the last beat.</summary>
    public double Progress { get; init; }

    /// <summary>The attempts so far, the present one last. One that was laid down in good order is taken out again.</summary>
    public IReadOnlyList<JobAttempt> Attempts { get; init; } = [];

    /// <summary>The ticket with a replica at work on it.</summary>
    public JobTicket TakenBy(string owner, DateTimeOffset now) => this with
    {
        Owner = owner,
        Beat = Beat + 1,
        Progress = 0,
        Attempts = [.. Attempts.SkipLast(Owner is null ? 0 : 1), .. Died(), new JobAttempt(owner, now)],
    };

    /// <summary>The ticket with a sign of life of its owner.</summary>
    public JobTicket Beating(double progress) => this with { Beat = Beat + 1, Progress = progress };

    /// <summary>The ticket as its owner lays it down in good order.</summary>
    public JobTicket LaidDown() => this with { Owner = null, Beat = Beat + 1, Progress = 0, Attempts = [.. Attempts.SkipLast(1)] };

    /// <summary>The ticket with what its owner's process said as it died.</summary>
    public JobTicket Dying(string words) => this with
    {
        Beat = Beat + 1,
        Attempts = [.. Attempts.SkipLast(1), .. Attempts.TakeLast(1).Select(last => last with { LastWords = words })],
    };

    /// <summary>The last attempt with the progress at which its owner fell silent.</summary>
    private IEnumerable<JobAttempt> Died() => Owner is null ? [] : Attempts.TakeLast(1).Select(last => last with { Progress = Progress });
}
