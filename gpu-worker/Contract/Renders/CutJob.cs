namespace SoraFunctions.Contract.Renders;

/// <summary>Make one cut. Outputs: all other <see cref="OutputNames"/>.</summary>
/// <param name="Order">The cut.</param>
public sealed record CutJob(CutOrder Order) : RenderJob
{
    /// <inheritdoc/>
    public override IEnumerable<string> Inputs =>
        Order.Clips.SelectMany(clip => new[] { clip.Picture, clip.Log })
            .Append(Order.Music?.Sha256).Append(Order.Voice?.Sha256).Append(Order.Storyboard.Brand?.Logo).Append(Order.Storyboard.Brand?.Font)
            .OfType<string>().Distinct();
}
