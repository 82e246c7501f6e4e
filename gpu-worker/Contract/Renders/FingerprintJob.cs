namespace SoraFunctions.Contract.Renders;

/// <summary>Take the fingerprint of a picture, by which copies of it are found. Output: <see cref="OutputNames.Fingerprint"/>, a <see cref="PictureFingerprint"/> as JSON.</summary>
/// <param name="Order">Which.</param>
public sealed record FingerprintJob(FingerprintOrder Order) : RenderJob
{
    /// <inheritdoc/>
    public override IEnumerable<string> Inputs => [Order.Picture];
}
