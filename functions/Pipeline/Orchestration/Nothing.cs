namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>The output of what has none.</summary>
public sealed record Nothing
{
    /// <summary>The one value.</summary>
    public static Nothing Value { get; } = new();
}
