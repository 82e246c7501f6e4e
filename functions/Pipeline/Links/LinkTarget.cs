using SoraFunctions.Commerce.Links;

namespace SoraFunctions.Pipeline.Links;

/// <summary>Where some viewers are sent.</summary>
/// <param name="Address">Absolute http or https address, not tagged yet; empty for a payment link that is still to be made.</param>
/// <param name="Kind">What it is.</param>
public sealed record LinkTarget(string Address, LinkKind Kind)
{
    /// <summary>Viewers of these channels, by name; empty for all.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Viewers in these countries, ISO 3166-1 codes of two capitals; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Viewers who read these languages, BCP 47 tags; empty for all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Whether its address is a payment link that is made for each video and channel.</summary>
    public bool IsPayment => Kind == LinkKind.PaymentLink;

    /// <summary>Whether who follows the link decides, and not where it is shown alone.</summary>
    public bool DependsOnViewer => Countries.Count > 0 || Languages.Count > 0;

    /// <summary>Whether it is for a channel.</summary>
    /// <param name="channel">Its name.</param>
    public bool Fits(string channel) => Channels.Count == 0 || Channels.Contains(channel);
}
