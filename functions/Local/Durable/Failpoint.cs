namespace SoraFunctions.Local.Durable;

/// <summary>An instant between two steps of the runner at which a test can end the process.</summary>
/// <param name="Name">One of <see cref="All"/>.</param>
/// <param name="Instance">The instance it is about.</param>
/// <param name="Number">The call it is about; 0 for none.</param>
internal readonly record struct Failpoint(string Name, string Instance, int Number)
{
    public const string ActivityBegins = "activity-begins";
    public const string ActivityEnded = "activity-ended";
    public const string TurnBegins = "turn-begins";
    public const string TurnEnded = "turn-ended";

    /// <summary>Every name: each write before and after its commit, and the edges of activities and turns.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ActivityBegins, ActivityEnded, TurnBegins, TurnEnded,
        .. Enum.GetValues<WriteKind>().SelectMany(kind => (string[])[BeforeCommit(kind), AfterCommit(kind)]),
    ];

    public static string BeforeCommit(WriteKind kind) => $"before-{kind}";

    public static string AfterCommit(WriteKind kind) => $"after-{kind}";

    public override string ToString() => $"{Name} {Instance}#{Number}";
}
