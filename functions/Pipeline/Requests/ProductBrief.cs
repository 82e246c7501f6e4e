using System.Text.Json.Serialization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>What is advertised.</summary>
public sealed record ProductBrief
{
    /// <summary>Its name, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What the shop says about it, up to 8,000 characters, plain text.</summary>
    public string Description { get; init; } = "";

    /// <summary>Price as a decimal number such as <c>79.00</c>; null for none.</summary>
    public decimal? Price { get; init; }

    /// <summary>ISO 4217 code of the price; null with the price.</summary>
    public string? Currency { get; init; }

    /// <summary>What it cost before, in the same currency, more than the price; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? CompareAtPrice { get; init; }

    /// <summary>What buyers think of it; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProductRating? Rating { get; init; }

    /// <summary>What the shop says about it in other languages, in which there are captions too; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProductTranslation>? Translations { get; init; }

    /// <summary>Its pictures, the main one first; up to 8.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>Its 3-D model, which is what is filmed; null to film it from its pictures.</summary>
    public ProductModel? Model { get; init; }

    /// <summary>The shape to film it in; null to tell from its words and picture.</summary>
    public Form? Form { get; init; }

    /// <summary>What it is made of; null to tell from its words.</summary>
    public Matter? Matter { get; init; }

    /// <summary>Its height in centimetres, 1 to 500; null to tell from its shape.</summary>
    public double? HeightInCentimetres { get; init; }
}
