using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>What is said of a product in another language.</summary>
public sealed record AdTranslation
{
    /// <summary>Which.</summary>
    [Description("BCP 47 tag of the language, such as de.")]
    public required string Language { get; init; }

    /// <summary>Its name.</summary>
    [Description("The product's name in it, 1 to 200 characters.")]
    public required string Title { get; init; }

    /// <summary>What the shop says about it.</summary>
    [Description("What the shop says about it in that language, up to 8,000 characters, sentence for sentence as in product.description.")]
    public string? Description { get; init; }
}
