using System.Text.Json;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Tests;

public sealed class CommerceDocumentTests
{
    private static readonly CommerceDocument _document = new()
    {
        Link = "https://sora.example/l/0a1b2c3d4e",
        Code = "0a1b2c3d4e",
        Destination = "https://shop.example/",
        QrText = "https://sora.example/l/0a1b2c3d4e",
        Product = "Kettle",
        Price = new Money(79, "EUR"),
        PriceText = "79,00 €",
        JsonLd = JsonDocument.Parse("""{"@context":"https://schema.org"}""").RootElement,
    };

    [Fact]
    public void Document_comes_back_as_it_went()
    {
        var json = JsonSerializer.Serialize(_document, CommerceJson.Default.CommerceDocument);
        var back = JsonSerializer.Deserialize(json, CommerceJson.Default.CommerceDocument)!;
        Assert.Equal(_document.Price, back.Price);
        Assert.Equal(json, JsonSerializer.Serialize(back, CommerceJson.Default.CommerceDocument));
        Assert.Contains("\"currency\": \"EUR\"", json);
    }

    [Fact]
    public void Video_without_a_link_leaves_its_fields_out()
    {
        var json = JsonSerializer.Serialize(
            new CommerceDocument { JsonLd = _document.JsonLd }, CommerceJson.Default.CommerceDocument);
        Assert.Equal(["json_ld"], JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => property.Name));
    }
}
