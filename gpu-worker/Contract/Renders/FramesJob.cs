namespace SoraFunctions.Contract.Renders;

/// <summary>
/// Take frames out of a video or picture, for whoever looks for marks in it. Output: <see cref="OutputNames.Frames"/>, YUV4MPEG2 with one
/// plane of 8 bits (<c>Cmono</c>), compressed with gzip.
/// </summary>
/// <param name="Order">Which.</param>
public sealed record FramesJob(FramesOrder Order) : RenderJob
{
    /// <inheritdoc/>
    public override IEnumerable<string> Inputs => [Order.Video];
}
