namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>Handle deliveries that were stored at once.</summary>
/// <param name="DeliveryIds">Rows of <see cref="Data.ShopDeliveryRow"/>; the first one's is the instance id.</param>
public sealed record DeliveryOrder(IReadOnlyList<string> DeliveryIds);
