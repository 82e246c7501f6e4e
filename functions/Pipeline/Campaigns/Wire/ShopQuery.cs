using System.ComponentModel;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>Which products of a shop are meant; what is said holds together.</summary>
public sealed record ShopQuery
{
    /// <summary>The shop.</summary>
    [Description("A shop that has the app installed, such as acme.myshopify.com.")]
    public required string Shop { get; init; }

    /// <summary>These alone.</summary>
    [Description("These products alone: up to 200 of their numbers.")]
    public IReadOnlyList<long>? Ids { get; init; }

    /// <summary>With all of these tags.</summary>
    [Description("Those with all of these tags, up to 10.")]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Launched lately.</summary>
    [Description("Those launched in as many days before the run, 1 to 366: 7 for every product launched this week.")]
    public int? LaunchedWithinDays { get; init; }

    /// <summary>No more than these.</summary>
    [Description("At most so many, 1 to 2,000, those launched last first. Default: 2,000.")]
    public int? Most { get; init; }
}
