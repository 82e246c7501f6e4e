namespace SoraFunctions.Local.Durable;

/// <summary>What the history holds about one call.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="FailedRuns">Runs of the activity that failed so far.</param>
/// <param name="RetryAt">When it runs again; null when no retry is due.</param>
/// <param name="Arrival">Its result; null while there is none.</param>
internal sealed record StepRecord(StepRequest Request, int FailedRuns, DateTimeOffset? RetryAt, Arrival? Arrival);

/// <summary>A recorded result on its way into the code.</summary>
/// <param name="Run">The run it belongs to.</param>
/// <param name="Request">The call it answers.</param>
/// <param name="Order">Its place among the results of the run, from 1: a replay gives them in this order.</param>
/// <param name="At">When it was recorded; what the code then sees as the time.</param>
/// <param name="Outcome">The result.</param>
internal sealed record Arrival(int Run, StepRequest Request, int Order, DateTimeOffset At, StepOutcome Outcome);
