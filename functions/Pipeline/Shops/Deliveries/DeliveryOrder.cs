namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>Handle a delivery.</summary>
/// <param name="DeliveryId">A <see cref="Data.ShopDeliveryRow"/>; also the instance id.</param>
public sealed record DeliveryOrder(string DeliveryId);
