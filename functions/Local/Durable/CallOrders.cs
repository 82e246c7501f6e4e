using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>A call that the code has made: what is to be done for it, once the turn is over.</summary>
internal abstract record CallOrder(StepRequest Request);

internal sealed record ActivityOrder(StepRequest Request, string Input, RetryPolicy? Retry) : CallOrder(Request);

internal sealed record SubOrder(StepRequest Request, string InstanceId, string Input) : CallOrder(Request);

internal sealed record DelayOrder(StepRequest Request, DateTimeOffset Due) : CallOrder(Request);

internal sealed record EventOrder(StepRequest Request, DateTimeOffset Due) : CallOrder(Request);
