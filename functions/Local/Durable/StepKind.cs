namespace SoraFunctions.Local.Durable;

/// <summary>What a numbered call of an orchestration waits for. Stored as a number: never renumber.</summary>
internal enum StepKind
{
    Activity = 1,
    SubOrchestration = 2,
    Delay = 3,
    Event = 4,
}
