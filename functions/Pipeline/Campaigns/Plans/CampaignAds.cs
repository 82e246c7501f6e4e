using System.Text.Json;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Plans;

/// <summary>Checks the advertisements that a campaign would order, before any is: faults are named by the field of the campaign that they come from.</summary>
internal static class CampaignAds
{
    private static readonly CampaignProduct _anyProduct = new() { Sku = "any", Product = new AdProduct { Title = "Any" } };

    public static void Check(CampaignWish wish, EngineList engines)
    {
        var errors = new List<RequestError>();
        Foreign(wish.Ad, errors);
        var variants = CampaignRules.VariantsOf(wish);
        foreach (var (index, variant) in variants.Index())
        {
            Try(CellAd.Of(wish with { Ad = Own(wish.Ad) }, _anyProduct, variant), engines, errors, field => field is "prompt" or "seconds" or "music" && IsOwn(variant, field) ? $"variants[{index}].{field}" : $"ad.{field}");
        }

        foreach (var (index, product) in (wish.Products ?? []).Index())
        {
            Try(CellAd.Of(wish with { Ad = null }, product, CampaignRules.OneVariant[0]), engines, errors, field => $"products[{index}].{field}");
            foreach (var (locale, words) in product.Locales ?? new Dictionary<string, LocalWords>())
            {
                var local = product.Product with
                {
                    Title = words.Title ?? product.Product.Title,
                    Description = words.Description ?? product.Product.Description,
                    Price = words.Price ?? product.Product.Price,
                    CompareAtPrice = words.Price is null ? product.Product.CompareAtPrice : null,
                    Images = null,
                    Model = null,
                };
                Try(
                    new AdRequest { Product = local, Link = words.Link }, engines, errors,
                    field => $"products[{index}].locales.{locale}.{(field.StartsWith("product.", StringComparison.Ordinal) ? field["product.".Length..] : field)}");
            }
        }

        if (errors.Count > 0)
        {
            throw new RequestException([.. errors.DistinctBy(error => (error.Field, error.Message))]);
        }
    }

    private static void Foreign(AdRequest? ad, List<RequestError> errors)
    {
        (string Field, object? Value)[] foreign =
            [("product", ad?.Product), ("channels", ad?.Channels), ("language", ad?.Language), ("storyboard", ad?.Storyboard), ("metadata", ad?.Metadata), ("size", ad?.Size)];
        errors.AddRange(foreign.Where(field => field.Value is not null).Select(field => new RequestError(
            $"ad.{field.Field}", $"ad.{field.Field} is not taken here: products, locales, channels and variants of the campaign say it for each video.")));
    }

    private static AdRequest? Own(AdRequest? ad) => ad is null ? null : ad with { Storyboard = null, Metadata = null, Size = null };

    private static bool IsOwn(VariantWish variant, string field) => field switch
    {
        "prompt" => variant.Prompt is not null,
        "seconds" => variant.Seconds is not null,
        _ => variant.Music is not null,
    };

    private static void Try(AdRequest ad, EngineList engines, List<RequestError> errors, Func<string, string> fieldOf)
    {
        try
        {
            // As a caller would send it, so that the same rules read it.
            var body = new WireBody(JsonSerializer.SerializeToElement(ad, WireJson.Options));
            AdRules.Check(StrictJson.Read<AdRequest>(body), engines, AdFiles.Of(body));
        }
        catch (RequestException fault)
        {
            errors.AddRange(fault.Errors.Select(error => error.Field is { } field
                ? error with { Field = fieldOf(field), Message = error.Message.Replace(field, fieldOf(field), StringComparison.Ordinal) }
                : error));
        }
    }
}
