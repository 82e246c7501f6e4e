namespace SoraFunctions.Pipeline.Campaigns.Plans;

/// <summary>A product of a run as plans know it; the whole of it is a blob.</summary>
/// <param name="Sku">What tells it from the others.</param>
/// <param name="Title">Its name.</param>
/// <param name="Document">SHA-256 of its document, a <see cref="Wire.CampaignProduct"/>: 64 lower-case hex digits.</param>
/// <param name="ShopProductId">Its number in its shop; null where it is of none.</param>
public sealed record PlannedProduct(string Sku, string Title, string Document, long? ShopProductId = null);
