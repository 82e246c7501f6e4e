using SoraFunctions.Commerce.Shopify.Products;

namespace SoraFunctions.Commerce.Tests;

public class ShopifyPictureTests
{
    [Theory]
    [InlineData("https://cdn.shopify.com/s/files/1/kettle.png?v=17", "https://cdn.shopify.com/s/files/1/kettle.png?v=17&width=2048")]
    [InlineData("https://cdn.shopify.com/s/files/1/kettle.png", "https://cdn.shopify.com/s/files/1/kettle.png?width=2048")]
    [InlineData("https://cdn.shopify.com/s/files/1/kettle.png?width=600&v=17", "https://cdn.shopify.com/s/files/1/kettle.png?width=600&v=17")]
    [InlineData("https://elsewhere.example/kettle.png?v=17", "https://elsewhere.example/kettle.png?v=17")]
    [InlineData("kettle.png", "kettle.png")]
    public void Picture_of_a_shop_is_asked_for_in_a_size_that_judges_take(string source, string sized) => Assert.Equal(sized, ShopifyPicture.Sized(source));
}
