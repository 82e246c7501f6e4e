namespace SoraFunctions.Contract.Renders;

/// <summary>Listen to a sound file. Output: <see cref="OutputNames.Heard"/>, a <see cref="SoundAnalysis"/> as JSON.</summary>
/// <param name="Order">Which.</param>
public sealed record SoundJob(SoundOrder Order) : RenderJob
{
    /// <inheritdoc/>
    public override IEnumerable<string> Inputs => [Order.Sound];
}
