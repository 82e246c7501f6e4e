namespace SoraFunctions.Provenance.Stamping;

/// <summary>What an ingredient is to the video made with it.</summary>
public enum IngredientRelationship
{
    /// <summary>The video is a changed form of it. At most one.</summary>
    ParentOf,

    /// <summary>It is seen or heard in the video.</summary>
    ComponentOf,

    /// <summary>It steered the making and is not itself in the video.</summary>
    InputTo,
}
