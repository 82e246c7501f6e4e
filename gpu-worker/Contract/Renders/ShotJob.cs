namespace SoraFunctions.Contract.Renders;

/// <summary>Render one shot. Outputs: <see cref="OutputNames.Clip"/> and <see cref="OutputNames.Log"/>.</summary>
/// <param name="Order">The shot.</param>
public sealed record ShotJob(ShotOrder Order) : RenderJob
{
    /// <inheritdoc/>
    public override IEnumerable<string> Inputs =>
        Order.Cast.SelectMany(subject => new[] { subject.Picture, subject.Model })
            .Append(Order.Plate)
            .Append(Order.Source?.Clip)
            .Concat((Order.Pictures ?? []).Select(picture => picture.Picture))
            .OfType<string>()
            .Distinct();
}
