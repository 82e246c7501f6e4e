using System.Text.Json;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>A call whose result has not yet been given to the code.</summary>
internal abstract class PendingCall(StepRequest request)
{
    public StepRequest Request { get; } = request;

    /// <summary>Gives the result to the code, which goes on within this call; only in a turn.</summary>
    public abstract void Complete(StepOutcome outcome);
}

/// <inheritdoc/>
internal sealed class PendingCall<T>(StepRequest request, MessageJson json) : PendingCall(request)
{
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    public override void Complete(StepOutcome outcome)
    {
        if (outcome.Error is { } error)
        {
            _source.SetException(Request.Kind == StepKind.Event
                ? new TimeoutException(error)
                : new ActivityFailedException(Request.Name, outcome.ErrorCode!, error));
            return;
        }

        T value;
        try
        {
            value = Request.Kind == StepKind.Delay ? default! : (T)json.Decode(outcome.Output!, typeof(T))!;
        }
        catch (Exception mismatch) when (mismatch is JsonException or NotSupportedException)
        {
            _source.SetException(new InvalidDataException(
                $"The recorded result of {Request.Words} can't be read as {typeof(T).Name}: {mismatch.Message}", mismatch));
            return;
        }

        _source.SetResult(value);
    }
}
