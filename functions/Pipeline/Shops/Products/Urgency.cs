namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>Which product's video is made first where many wait.</summary>
public enum Urgency
{
    /// <summary>The product is new in the shop.</summary>
    New,

    /// <summary>It changed.</summary>
    Changed,

    /// <summary>It was there before the app was.</summary>
    BackFill,
}
