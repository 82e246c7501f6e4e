using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Tests.Campaigns;

public sealed class CellMatrixTests
{
    [Fact]
    public void Every_product_is_made_in_every_variant_channel_and_locale_once()
    {
        var cells = Wishes.Matrix(Wishes.Small).From().ToList();

        Assert.Equal(16, cells.Count);
        Assert.Equal(16, cells.Select(cell => (cell.Product.Sku, cell.Variant, cell.Channel, cell.Locale)).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 16), cells.Select(cell => cell.Number));
        Assert.Equal(16, cells.Select(cell => cell.Name).Distinct().Count());
        Assert.Equal("cup-de-DE-tiktok-ad-calm", cells[0].Name);
    }

    [Fact]
    public void Locales_that_share_pictures_follow_one_another()
    {
        var matrix = Wishes.Matrix(Wishes.Small);

        Assert.Equal(("cup", "calm", "tiktok-ad", "de-DE"), (matrix[0].Product.Sku, matrix[0].Variant, matrix[0].Channel, matrix[0].Locale));
        Assert.Equal(("cup", "calm", "tiktok-ad", "fr-FR"), (matrix[1].Product.Sku, matrix[1].Variant, matrix[1].Channel, matrix[1].Locale));
    }

    [Fact]
    public void A_cell_is_known_by_its_number_alone() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte>(),
        number =>
        {
            var matrix = Wishes.Matrix(Wishes.Small);
            var at = number % matrix.Count;
            return matrix[at] == matrix.From(at).First() && matrix[at] == Wishes.Matrix(Wishes.Small).From().ElementAt(at);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_key_is_of_the_content_and_not_of_the_names()
    {
        var cell = Wishes.Matrix(Wishes.Small)[0];

        Assert.Equal(cell.Key, Wishes.Matrix(Wishes.Small with { Name = "Winter", Priority = 9 })[0].Key);
        Assert.Equal(cell.Key, Wishes.Matrix(Wishes.Small with { Variants = [new VariantWish { Name = "other" }] })[0].Key);
        Assert.NotEqual(cell.Key, Wishes.Matrix(Wishes.Small with { Ad = new AdRequest { Prompt = "snow" } })[0].Key);
        Assert.NotEqual(cell.Key, Wishes.Matrix(Wishes.Small with { Variants = [new VariantWish { Name = "calm", Setting = "at the sea" }] })[0].Key);
        Assert.Equal(16, Wishes.Matrix(Wishes.Small).From().Select(one => one.Key).Distinct().Count());
    }

    [Fact]
    public void A_length_is_the_nearest_that_the_channel_takes()
    {
        var wish = Wishes.Small with { Variants = [new VariantWish { Name = "short", Seconds = new WireSeconds(6) }, new VariantWish { Name = "usual" }] };

        Assert.Equal([6, 10], Wishes.Matrix(wish).From().Where(cell => cell.Channel == "web").Select(cell => cell.Seconds).Distinct());
    }

    [Fact]
    public void Ten_thousand_cells_are_made_one_at_a_time()
    {
        var wish = Wishes.Small with { Products = [.. Enumerable.Range(0, 1250).Select(number => Wishes.Product($"sku-{number}"))] };
        var matrix = Wishes.Matrix(wish);

        Assert.Equal(10_000, matrix.Count);
        Assert.Equal(10_000, matrix.From().Select(cell => cell.Key).Distinct().Count());
    }
}
