namespace SoraFunctions.Contract.Renders;

/// <summary>
/// Take the likeness of whom a video shows. Outputs: <see cref="OutputNames.Likeness"/>, the best picture, cut out where it is of a person and somebody can;
/// <see cref="OutputNames.LikenessFacts"/>, a <see cref="LikenessFacts"/> as JSON.
/// </summary>
/// <param name="Order">Which.</param>
public sealed record LikenessJob(LikenessOrder Order) : RenderJob
{
    /// <inheritdoc/>
    public override IEnumerable<string> Inputs => [Order.Video];
}
