namespace SoraFunctions.Pipeline.Requests;

/// <summary>The engines of this deployment.</summary>
/// <param name="Default">The one taken when none is named; one of <paramref name="Names"/>.</param>
/// <param name="Names">All that may be asked for.</param>
public sealed record EngineList(string Default, IReadOnlyList<string> Names)
{
    /// <summary>The embedded engine alone.</summary>
    public static EngineList World { get; } = new("world", ["world"]);
}
