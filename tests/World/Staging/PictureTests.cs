using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Tests.Staging;

public sealed class PictureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_product_is_freed_from_a_plain_or_a_transparent_ground_and_cropped(bool isPhoto)
    {
        var picture = PictureReader.Read(isPhoto ? Pictures.Photo() : Pictures.CutOut());
        Assert.True(picture.Outlined);
        Assert.Equal(0.56 * 200, picture.Texture.Width, 3.0);
        Assert.Equal(0.82 * 300, picture.Texture.Height, 3.0);
        Assert.InRange(picture.Coverage, 0.75, 0.9);
        Assert.InRange(picture.EdgeColour.X / picture.EdgeColour.Y, 10, 60);
    }

    [Fact]
    public void The_pixels_of_the_product_itself_are_left_as_they_are()
    {
        var picture = PictureReader.Read(Pictures.Photo());
        var at = ((200 * picture.Texture.Width) + 50) * 4;
        Assert.Equal(new byte[] { 180, 30, 40, 255 }, picture.Texture.Rgba[at..(at + 4)]);
    }

    [Fact]
    public void No_ground_colour_is_left_beside_the_product_where_the_outline_is_sampled()
    {
        var picture = PictureReader.Read(Pictures.Photo());
        for (var i = 0; i < picture.Texture.Rgba.Length; i += 4)
        {
            Assert.True(picture.Texture.Rgba[i + 3] >= 250 || picture.Texture.Rgba[i + 1] < 120);
        }
    }

    [Fact]
    public void A_label_that_fills_its_picture_stays_whole()
    {
        var label = Pictures.Label();
        var picture = PictureReader.Read(label);
        Assert.False(picture.Outlined);
        Assert.Equal(label.Rgba, picture.Texture.Rgba);
    }

    [Fact]
    public void A_large_picture_is_averaged_down()
    {
        var small = Rescale.Within(Pictures.Label(4000, 3000), 1536);
        Assert.Equal((1536, 1152), (small.Width, small.Height));
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(255, small.Rgba[(i * 4) + 3]));
    }

    [Fact]
    public void Words_on_a_plain_ground_are_a_label_and_not_a_product()
    {
        var words = Pictures.Label(300, 200) with { Rgba = [.. Enumerable.Range(0, 300 * 200).SelectMany(i =>
            i % 300 is > 40 and < 260 && i / 300 is > 60 and < 140 && i % 300 / 8 % 3 == 0 ? new byte[] { 20, 20, 20, 255 } : [250, 250, 250, 255])] };
        Assert.False(PictureReader.Read(words).Outlined);
    }
}
