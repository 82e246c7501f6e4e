namespace SoraFunctions.Azure.Durable;

/// <summary>What an activity or orchestration throws to the host. Its message is for the other side, the cause has been logged.</summary>
/// <param name="failure">Why.</param>
internal sealed class DurableFailureException(Failure failure) : Exception(failure.Write());
