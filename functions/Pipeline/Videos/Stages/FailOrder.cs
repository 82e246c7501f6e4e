namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Give a video up.</summary>
/// <param name="Code">Stable word.</param>
/// <param name="Message">Why, fit for the caller to read.</param>
public sealed record FailOrder(string Code, string Message)
{
    /// <summary>The caller does not want it any longer.</summary>
    public static FailOrder Cancelled { get; } = new("cancelled", "The video was cancelled.");
}
