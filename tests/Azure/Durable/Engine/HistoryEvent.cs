using Microsoft.DurableTask;

namespace SoraFunctions.Azure.Tests.Durable.Engine;

/// <summary>Something that happened to an instance, in the order of the whole hub.</summary>
/// <param name="Order">Place among the events of all instances.</param>
/// <param name="At">When.</param>
/// <param name="Action">Number of the action that it answers; null for an event that was raised.</param>
/// <param name="Json">A result, or the payload of an event.</param>
/// <param name="Failure">Why the action failed; null when it did not.</param>
/// <param name="Name">Name of an event that was raised.</param>
internal sealed record HistoryEvent(
    int Order, DateTime At, int? Action, string? Json = null, TaskFailureDetails? Failure = null, string? Name = null);
