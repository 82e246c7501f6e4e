using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Commerce.Shopify.Installs;
using SoraFunctions.Commerce.Shopify.Orders;
using SoraFunctions.Commerce.Shopify.Products;

namespace SoraFunctions.Commerce.Shopify;

/// <summary>How Shopify writes: snake-case names. What is not used here is passed over, for a shop's API grows.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopifyProduct))]
[JsonSerializable(typeof(ProductStory))]
[JsonSerializable(typeof(ShopifyOrder))]
[JsonSerializable(typeof(ShopifyRefund))]
[JsonSerializable(typeof(PrivacyRequest))]
[JsonSerializable(typeof(AppChange))]
[JsonSerializable(typeof(ShopifyGrant))]
public sealed partial class ShopifyJson : JsonSerializerContext;
