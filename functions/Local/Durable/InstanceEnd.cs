using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>How an instance ended.</summary>
internal sealed record InstanceEnd(InstanceState State, StepOutcome Outcome)
{
    public static InstanceEnd Completed(string output) => new(InstanceState.Completed, StepOutcome.Success(output));

    public static InstanceEnd Failed(string code, string error) => new(InstanceState.Failed, StepOutcome.Failure(code, error));

    public static InstanceEnd Failed(Exception error) => error switch
    {
        ActivityFailedException failed => Failed(failed.Code, failed.Message),
        FinalException final => Failed(final.Code, final.Message),
        _ => Failed(StepOutcome.ServerError, error.Message),
    };

    public static InstanceEnd Cancelled(string reason) =>
        new(InstanceState.Cancelled, StepOutcome.Failure(StepOutcome.Cancelled, reason));
}
