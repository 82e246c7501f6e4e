using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Commerce.Shopify.Products;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Shops.Admin;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>Orders the videos of products, by the way on which callers order theirs. What can't be taken of a product's pictures is left out.</summary>
/// <param name="reader">Reads orders.</param>
/// <param name="intake">Takes them.</param>
/// <param name="engines">The deployment's.</param>
/// <param name="tenants">Knows what fills in what the shop does not say.</param>
/// <param name="blobs">Where pictures go.</param>
/// <param name="admin">Asks for 3-D models.</param>
public sealed partial class ProductVideos(AdRequestReader reader, VideoIntake intake, EngineList engines, TenantDesk tenants, IBlobStore blobs, AdminClient admin)
{
    /// <summary>Orders the video of what a product has to show; asking again for the same makes no second one.</summary>
    /// <param name="shop">Its shop; what it was asked about itself is known.</param>
    /// <param name="product">It waits, and has a story.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The video's id.</returns>
    /// <exception cref="RequestException">No video can be made of it.</exception>
    public async Task<string> Order(ShopAccess shop, ShopProductRow product, CancellationToken cancellation)
    {
        var story = JsonSerializer.Deserialize(product.Story!, ShopifyJson.Default.ProductStory)!;
        var model = story.Models.Count > 0 ? await Model(shop, product.ProductId, cancellation) : null;
        var order = await Read(shop.Row, story, model, await Translations(shop, product.ProductId, story, cancellation), cancellation);
        var origin = Encoding.UTF8.GetBytes($"{product.Shop}\n{product.ProductId}\n{product.Digest}");
        var video = new NewVideo(product.TenantId, $"video_{DerivedGuid.Of(product.WaitsSince!.Value, origin):n}", order.Model, order.Request)
        {
            Metadata = new Dictionary<string, string>(order.Metadata) { ["shop_product"] = product.ProductId.ToString(CultureInfo.InvariantCulture) },
        };
        return (await intake.Accept(video, cancellation)).Id;
    }

    private async Task<ReadOrder> Read(ShopRow shop, ProductStory story, string? model, IReadOnlyList<AdTranslation> translations, CancellationToken cancellation)
    {
        var pictures = story.Pictures.ToList();
        while (true)
        {
            try
            {
                var ad = ProductAd.Of(story, shop, pictures, model, translations);
                var order = await reader.Read(ProductAd.Bytes(ad), new TenantBlobs(blobs, shop.TenantId), engines, null, cancellation);
                var said = JsonSerializer.SerializeToElement(ad, WireJson.Options);
                return order with { Request = TenantDefaults.Apply(order.Request, await tenants.Settings(shop.TenantId, cancellation), field => said.TryGetProperty(field, out _)) };
            }
            catch (RequestException fault) when (model is not null && fault.Errors.All(error => error.Field == "product.model"))
            {
                model = null;
            }
            catch (RequestException fault) when (PictureOf(fault, pictures.Count) is { } picture)
            {
                pictures.RemoveAt(picture);
            }
        }
    }

    private async Task<string?> Model(ShopAccess shop, long product, CancellationToken cancellation)
    {
        var answer = await admin.Ask(shop, "ReadModels", new JsonObject { ["product"] = AdminId.Product(product) }, cancellation);
        return answer.Data.GetProperty("product") is { ValueKind: JsonValueKind.Object } found
            ? found.GetProperty("media").GetProperty("nodes").EnumerateArray()
                .Where(node => node.TryGetProperty("sources", out _) && node.GetProperty("status").GetString() == "READY")
                .SelectMany(node => node.GetProperty("sources").EnumerateArray())
                .FirstOrDefault(source => source.GetProperty("format").GetString() == "glb") is { ValueKind: JsonValueKind.Object } glb
                ? glb.GetProperty("url").GetString()
                : null
            : null;
    }

    /// <summary>What the shop says of the product in its other languages, as far as it has been translated.</summary>
    private async Task<IReadOnlyList<AdTranslation>> Translations(ShopAccess shop, long product, ProductStory story, CancellationToken cancellation)
    {
        var found = new List<AdTranslation>();
        foreach (var locale in (shop.Row.Locales ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(AdRules.MostTranslations))
        {
            var answer = await admin.Ask(shop, "ReadTranslations", new JsonObject { ["product"] = AdminId.Product(product), ["locale"] = locale }, cancellation);
            if (AdminTranslation.Read(answer.Data) is { } told)
            {
                found.Add(new AdTranslation
                {
                    Language = locale,
                    Title = told.Title ?? story.Title,
                    Description = told.Description is { } said ? string.Join('\n', [said, .. told.Choices]) : null,
                });
            }
        }

        return found;
    }

    private static int? PictureOf(RequestException fault, int count) =>
        ImageField().Match(fault.Errors[0].Field ?? "") is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var index && index < count
            ? index
            : null;

    [GeneratedRegex(@"\Aproduct\.images\[([0-9])\]")]
    private static partial Regex ImageField();
}
