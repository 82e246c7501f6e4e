using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class LanguageTests
{
    [Theory]
    [InlineData("Hecho a mano con aceite de oliva y sin perfume", "es")]
    [InlineData("Fabriqué à la main avec des huiles pures et sans parfum", "fr")]
    [InlineData("Von Hand gemacht mit reinem Öl und ohne Duft", "de")]
    [InlineData("Made by hand with pure oils and no scent", "en")]
    [InlineData("Rosée Eau de Parfum", "en", "A bright floral scent with rose and the white musk of Grasse")]
    [InlineData("手作りのキャンドルです", "ja")]
    [InlineData("手工制作的蜡烛", "zh-CN")]
    public void The_language_of_an_advertisement_is_told_by_its_words(string text, string language, string more = "") =>
        Assert.Equal(language, Languages.Of($"{text} {more}"));

    [Theory]
    [InlineData("Vela de soja", "Hecha a mano con cera de soja y sin parafina. Arde durante cuarenta horas en la mesa.", "es", Form.Candle, "Comprar ahora")]
    [InlineData("Bougie parfumée", "Coulée à la main avec de la cire de soja et sans paraffine. Elle brûle pour la soirée.", "fr", Form.Candle, "Acheter")]
    [InlineData("Handgemachte Kerze", "Gegossen von Hand aus Sojawachs und ohne Paraffin. Sie brennt für den ganzen Abend.", "de", Form.Candle, "Jetzt kaufen")]
    [InlineData("ソイキャンドル", "大豆ワックスを手で注いだキャンドルです。四十時間ゆっくり燃えます。", "ja", Form.Candle, "今すぐ購入")]
    public async Task A_product_in_another_language_is_cast_captioned_and_sold_in_it(string title, string description, string language, Form form, string button)
    {
        var board = (await Requests.Written(new VideoRequest
        {
            Product = new ProductBrief { Title = title, Description = description, Price = 24, Currency = "EUR" },
            Seconds = 15,
        })).Storyboard;

        Assert.Equal((language, form, button), (board.Language, board.Cast[0].Form, board.EndCard!.CallToAction));
        Assert.Contains(board.Shots, shot => shot.Caption is { Role: CaptionRole.Line } caption && description.Contains(caption.Text[1..], StringComparison.Ordinal));
    }
}
