namespace SoraFunctions.Contract.Renders;

/// <summary>Look into a video. Output: <see cref="OutputNames.Analysis"/>, a <see cref="ClipAnalysis"/> as JSON.</summary>
/// <param name="Order">Which.</param>
public sealed record AnalysisJob(AnalysisOrder Order) : RenderJob
{
    /// <inheritdoc/>
    public override IEnumerable<string> Inputs => [Order.Video];
}
