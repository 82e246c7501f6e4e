using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>Requests that the tests of storyboards share.</summary>
internal static class Requests
{
    public static readonly string PictureSha = new('a', 64);

    public static VideoRequest Perfume { get; } = new()
    {
        Prompt = "Elegant perfume ad on marble, rose petals fall around the bottle, close-up, warm light",
        Product = new ProductBrief
        {
            Title = "Rosée Eau de Parfum",
            Description = "A bright floral scent with rose, bergamot and white musk. Lasts twelve hours on skin. "
                + "Hand-poured in Grasse in refillable glass. Free shipping over $50.",
            Price = 79.00m,
            Currency = "USD",
            Pictures = [new Picture(new BlobRef("t/p.png", PictureSha, 1000, "image/png"), 800, 1200)],
        },
        Brand = new BrandBrief("Maison Rosée", "#F3E9E2", "#B4536A"),
        Seconds = 10,
        Seed = 7,
    };

    public static VideoRequest ChinesePerfume { get; } = Perfume with
    {
        Prompt = "优雅的香水广告，大理石台面，玫瑰花瓣飘落，特写，暖光",
        Product = Perfume.Product! with
        {
            Title = "露华玫瑰香水",
            Description = "清新玫瑰与佛手柑香调，持久留香十二小时。法国格拉斯手工灌装，玻璃瓶可重复补充。全国包邮。",
            Price = 599m,
            Currency = "CNY",
        },
        Brand = new BrandBrief("露华"),
    };

    public static async Task<WrittenStoryboard> Written(VideoRequest request) => await new EmbeddedWriter().Write(request, CancellationToken.None);

    public static Task<WrittenStoryboard> Prompt(string prompt, decimal seconds = 10, long seed = 1) =>
        Written(new VideoRequest { Prompt = prompt, Seconds = seconds, Seed = seed });

    public static Task<WrittenStoryboard> Change(Storyboard storyboard, string change) =>
        Written(new VideoRequest { Storyboard = storyboard, Change = change, Seconds = storyboard.Seconds });
}
