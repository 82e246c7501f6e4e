using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Player;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Agents;

namespace SoraFunctions.Api.Agents;

/// <summary>What a seller offers to agents: the products of its finished videos that have a link and a price, with the videos themselves as media.</summary>
internal sealed class AgentCatalog(LinkedVideos videos, AgentStock stock, TimeProvider time)
{
    private const int Most = 1_000;
    private const int MostVideos = 10;

    /// <summary>The feed.</summary>
    public async Task<FeedProducts> Feed(Seller seller, HttpContext http, CancellationToken cancellation)
    {
        var counted = await stock.Of(seller.Tenant, cancellation);
        return new FeedProducts
        {
            Products = [.. (await Offers(seller, http, cancellation)).Select(offer => ProductOf(offer, seller, !counted.TryGetValue(offer.Key, out var left) || left > 0))],
        };
    }

    /// <summary>What can be bought, by id.</summary>
    public async Task<IReadOnlyDictionary<string, CheckoutProduct>> Products(Seller seller, HttpContext http, CancellationToken cancellation) =>
        (await Offers(seller, http, cancellation)).ToDictionary(
            offer => offer.Key,
            offer => new CheckoutProduct(offer.Key, offer.First().Document.Product!, offer.First().Document.Price!, offer.First().File(OutputNames.Poster).AbsoluteUri));

    // The newest video of a product says what it costs. An expired link leads nowhere, so nobody is sent there.
    private async Task<IEnumerable<IGrouping<string, LinkedVideo>>> Offers(Seller seller, HttpContext http, CancellationToken cancellation) =>
        (await videos.List(seller.Tenant, Most, http, cancellation))
            .Where(video => !(video.Link.ExpiresAt <= time.GetUtcNow()) && video.Document is { Product.Length: > 0, Price: { Amount: > 0 } price } && price.Currency == seller.Terms.Currency)
            .GroupBy(video => IdOf(video.Document.Product!));

    private static string IdOf(string product) => $"item_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(product)))[..16]}";

    private static FeedProduct ProductOf(IGrouping<string, LinkedVideo> offer, Seller seller, bool available)
    {
        var (newest, name) = (offer.First(), offer.First().Document.Product!);
        FeedMedia[] media =
        [
            new() { Type = "image", Url = newest.File(OutputNames.Poster).AbsoluteUri, AltText = name },
            .. offer.Take(MostVideos).Select(video => new FeedMedia
            {
                Type = "video", Url = video.File(OutputNames.Video).AbsoluteUri, AltText = video.Title, Width = video.Size.Width, Height = video.Size.Height,
            }),
        ];
        return new FeedProduct
        {
            Id = offer.Key,
            Title = name,
            Description = newest.Document.Video?.Description is { Length: > 0 } text ? new FeedText { Plain = text } : null,
            Url = newest.Follow.AbsoluteUri,
            Media = media,
            Variants =
            [
                new FeedVariant
                {
                    Id = offer.Key,
                    Title = name,
                    Url = newest.Follow.AbsoluteUri,
                    Price = new FeedPrice { Amount = newest.Document.Price!.MinorUnits, Currency = newest.Document.Price.Currency },
                    Availability = new FeedAvailability { Available = available, Status = available ? "in_stock" : "out_of_stock" },
                    Seller = new FeedSeller { Name = seller.Terms.Name, Links = seller.Terms.Links.Count > 0 ? seller.Terms.Links : null },
                },
            ],
        };
    }
}
