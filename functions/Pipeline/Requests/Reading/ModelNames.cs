namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>Which engine a model of the Videos API stands for.</summary>
public static class ModelNames
{
    /// <summary>Taken when none is named.</summary>
    public const string Default = "sora-2";

    /// <summary>The models that clients of the Videos API ask for; all stand for the deployment's default engine.</summary>
    public static IReadOnlyList<string> Aliases { get; } =
        ["sora-2", "sora-2-pro", "sora-2-2025-10-06", "sora-2-pro-2025-10-06", "sora-2-2025-12-08"];

    /// <summary>The engine; null when there is no such model.</summary>
    /// <param name="model">As written; an engine's own name is taken too.</param>
    /// <param name="engines">Those of this deployment.</param>
    public static string? EngineOf(string model, EngineList engines) =>
        Aliases.Contains(model) ? engines.Default : engines.Names.FirstOrDefault(name => name == model);
}
