namespace Microsoft.DurableTask.Client;

public enum OrchestrationRuntimeStatus
{
    Running,
    Completed,
    [Obsolete("The SDK has marked it as obsolete.")]
    ContinuedAsNew,
    Failed,
    [Obsolete("The SDK has marked it as obsolete.")]
    Canceled,
    Terminated,
    Pending,
    Suspended,
}
