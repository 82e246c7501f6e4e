namespace SoraFunctions.Local.Durable;

/// <summary>What an instance says whose code broke the rules of replay.</summary>
internal static class ReplayErrors
{
    public const string Foreign =
        "The orchestration awaited something that its context did not give out. It may await only the tasks of its context "
        + "(Call, CallSub, Delay, WaitFor), and Task.WhenAll and Task.WhenAny over them, without ConfigureAwait(false); "
        + "clocks, chance, files and networks belong into an activity.";

    public static string Mismatch(StepRequest recorded, StepRequest asked) =>
        $"A replay asked for something else than its history holds: call {asked.Number} was {recorded.Words} and is now {asked.Words}"
        + (recorded.Kind == asked.Kind && recorded.Name == asked.Name ? " with another input" : "")
        + ". The code of an orchestration must not change under a running instance, and must take time and chance from its context.";

    public static string NotAsked(StepRequest recorded) =>
        $"A replay left its history: the result of call {recorded.Number}, {recorded.Words}, is recorded, "
        + "but the code has not made that call. "
        + "The code of an orchestration must not change under a running instance, and must take time and chance from its context.";
}
