using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Stamping;

/// <summary>Something the video was made from (assertion c2pa.ingredient.v3).</summary>
/// <param name="Relationship">What it is to the video.</param>
/// <param name="Title">Its name for the reader.</param>
/// <param name="Format">Media type, such as video/mp4 or image/png.</param>
public sealed record IngredientDefinition(IngredientRelationship Relationship, string Title, string Format)
{
    /// <summary>Its own manifests, carried on byte for byte; null when it has none.</summary>
    public Ancestry? Ancestry { get; init; }

    /// <summary>A sentence for the reader.</summary>
    public string? Description { get; init; }
}
