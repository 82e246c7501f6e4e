using System.ComponentModel;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>What of a product is different in a locale.</summary>
public sealed record LocalWords
{
    /// <summary>Its name there.</summary>
    [Description("Its name there, 1 to 200 characters.")]
    public string? Title { get; init; }

    /// <summary>What is said about it there.</summary>
    [Description("What is said about it there, up to 8,000 characters.")]
    public string? Description { get; init; }

    /// <summary>What it costs there.</summary>
    [Description("What it costs there.")]
    public AdPrice? Price { get; init; }

    /// <summary>Where viewers there are sent.</summary>
    [Description("Where viewers there are sent.")]
    public AdLink? Link { get; init; }
}
