using Microsoft.EntityFrameworkCore;

namespace SoraFunctions.Pipeline.Data;

/// <summary>The tables of shops.</summary>
internal static class ShopModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<ShopRow>(shop =>
        {
            shop.HasKey(row => row.Domain);
            shop.HasIndex(row => row.TenantId);
        });
        model.Entity<ShopDeliveryRow>(delivery =>
        {
            delivery.HasKey(row => row.Id);
            delivery.HasIndex(row => new { row.HandledAt, row.ReceivedAt });
            delivery.HasIndex(row => new { row.Shop, row.Topic });
        });
        model.Entity<ShopProductRow>(product =>
        {
            product.HasKey(row => new { row.Shop, row.ProductId });
            product.Property(row => row.Version).IsConcurrencyToken();
            product.HasIndex(row => new { row.Shop, row.Making });
            product.HasIndex(row => new { row.Shop, row.Urgency, row.WaitsSince });
            product.HasIndex(row => row.WaitsSince);
        });
        model.Entity<ShopPublicationRow>(publication =>
        {
            publication.HasKey(row => row.VideoId);
            publication.HasIndex(row => new { row.Shop, row.ProductId });
        });
        model.Entity<ShopResultRow>(result => result.HasKey(row => new { row.Shop, row.Activity, row.Day }));
    }
}
