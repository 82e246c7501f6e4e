namespace SoraFunctions.Azure.Tests.Durable.Engine;

internal enum ActionKind
{
    Activity,
    SubOrchestration,
    Timer,
}
