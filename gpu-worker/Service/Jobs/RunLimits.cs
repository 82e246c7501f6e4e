using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>What a run may take: time without progress, time in all, and memory.</summary>
internal sealed class RunLimits : IDisposable
{
    private readonly OpenJob _job;
    private readonly DeskOptions _options;
    private readonly CancellationTokenSource _stuck;
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenSource _heavy = new();
    private readonly CancellationTokenSource _any;
    private readonly IDisposable _watched;

    /// <summary>Begins to count.</summary>
    public RunLimits(OpenJob job, DeskOptions options, MemoryWatch memory, TimeProvider time)
    {
        (_job, _options) = (job, options);
        _stuck = new CancellationTokenSource(options.Patience, time);
        _late = new CancellationTokenSource(options.TimeLimit, time);
        _any = CancellationTokenSource.CreateLinkedTokenSource(_stuck.Token, _late.Token, _heavy.Token);
        _watched = memory.Watch(_heavy);
        job.Stirred = () => _stuck.CancelAfter(options.Patience);
    }

    /// <summary>Fires at the first limit that is passed.</summary>
    public CancellationToken Passed => _any.Token;

    /// <summary>Which limit was passed; null while none is.</summary>
    public RenderError? Error =>
        _heavy.IsCancellationRequested ? Failure.OutOfMemory(_options.MemoryLimit)
        : _late.IsCancellationRequested ? Failure.Late(_options.TimeLimit)
        : _stuck.IsCancellationRequested ? Failure.Stuck(_options.Patience)
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _job.Stirred = () => { };
        _watched.Dispose();
        _any.Dispose();
        _stuck.Dispose();
        _late.Dispose();
        _heavy.Dispose();
    }
}
