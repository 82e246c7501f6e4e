namespace SoraFunctions.Pipeline.Campaigns.Plans;

/// <summary>A cell of the matrix: one video.</summary>
/// <param name="Number">Its place, from 0.</param>
/// <param name="Product">What is advertised.</param>
/// <param name="Locale">In which language.</param>
/// <param name="Channel">For which channel.</param>
/// <param name="Variant">In which creative variant.</param>
/// <param name="Name">What it is called: unique in its run.</param>
/// <param name="Seconds">How long it is.</param>
public sealed record CampaignCell(
    int Number, PlannedProduct Product, string Locale, string Channel, string Variant, string Name, decimal Seconds)
{
    /// <summary>What decides its content: 64 lower-case hex digits. Cells of one key are one video, whatever run they are of.</summary>
    public required string Key { get; init; }
}
