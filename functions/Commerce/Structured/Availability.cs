namespace SoraFunctions.Commerce.Structured;

/// <summary>Whether a product can be bought (schema.org ItemAvailability).</summary>
public enum Availability
{
    /// <summary>Now.</summary>
    InStock,

    /// <summary>Not now.</summary>
    OutOfStock,

    /// <summary>Before it is out.</summary>
    PreOrder,

    /// <summary>Now, to be delivered later.</summary>
    BackOrder,

    /// <summary>Never again.</summary>
    Discontinued,
}
