namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>A request that was read, checked and normalised; its pictures are stored.</summary>
/// <param name="Request">The order.</param>
/// <param name="Model">What the caller called the model or engine.</param>
/// <param name="Metadata">The caller's own notes.</param>
public sealed record ReadOrder(VideoRequest Request, string Model, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>What the caller should know from the beginning.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
