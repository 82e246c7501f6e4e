using SoraFunctions.Media.Pictures;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Tests.Engine;

public sealed class PictureShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-shelf").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Picture_on_the_shelf_is_the_same_object_and_is_matted_once()
    {
        var shelf = new PictureShelf(PictureAids.None);
        var first = await shelf.Take("a", Picture(0), false, default);
        var again = await shelf.Take("a", "/nowhere", false, default);
        Assert.Same(first, again);
        Assert.Same(PictureReader.Read(first), PictureReader.Read(again));
    }

    [Fact]
    public async Task Picture_that_was_not_used_for_long_is_decoded_again()
    {
        var shelf = new PictureShelf(PictureAids.None);
        var first = await shelf.Take("0", Picture(0), false, default);
        for (var i = 1; i < 7; i++) await shelf.Take($"{i}", Picture(i), false, default);
        var again = await shelf.Take("0", Picture(0), false, default);
        Assert.NotSame(first, again);
        Assert.Equal(first.Rgba, again.Rgba);
    }

    [Fact]
    public async Task Model_cuts_the_product_out_where_its_owner_did_not()
    {
        var shelf = new PictureShelf(new() { CutOut = (picture, _) => [.. Enumerable.Range(0, picture.Width * picture.Height).Select(i => (byte)(i % 8 < 4 ? 255 : 0))] });
        var taken = await shelf.Take("a", Picture(0), false, default);
        Assert.Equal([255, 255, 255, 255, 0, 0, 0, 0], Enumerable.Range(0, 8).Select(i => (int)taken.Rgba[(4 * i) + 3]));

        File.WriteAllBytes(Path.Combine(_folder, "own.png"), PngWriter.Encode(new(2, 1, [9, 9, 9, 255, 9, 9, 9, 0])));
        Assert.Equal([9, 9, 9, 255, 9, 9, 9, 0], (await shelf.Take("own", Path.Combine(_folder, "own.png"), false, default)).Rgba);
    }

    [Fact]
    public async Task Small_picture_is_enlarged_for_the_finest_quality_alone()
    {
        var shelf = new PictureShelf(new() { Enlarge = (picture, _) => new(2 * picture.Width, 2 * picture.Height, new byte[picture.Rgba.Length * 4]) });
        Assert.Equal(8, (await shelf.Take("a", Picture(0), false, default)).Width);
        Assert.Equal(16, (await shelf.Take("a", Picture(0), true, default)).Width);
    }

    private string Picture(int shade)
    {
        var path = Path.Combine(_folder, $"{shade}.png");
        File.WriteAllBytes(path, PngWriter.Encode(new(8, 8, [.. Enumerable.Repeat((byte)(200 + shade), 256)])));
        return path;
    }
}
