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
        var shelf = new PictureShelf();
        var first = await shelf.Take("a", Picture(0), default);
        var again = await shelf.Take("a", "/nowhere", default);
        Assert.Same(first, again);
        Assert.Same(PictureReader.Read(first), PictureReader.Read(again));
    }

    [Fact]
    public async Task Picture_that_was_not_used_for_long_is_decoded_again()
    {
        var shelf = new PictureShelf();
        var first = await shelf.Take("0", Picture(0), default);
        for (var i = 1; i < 7; i++) await shelf.Take($"{i}", Picture(i), default);
        var again = await shelf.Take("0", Picture(0), default);
        Assert.NotSame(first, again);
        Assert.Equal(first.Rgba, again.Rgba);
    }

    private string Picture(int shade)
    {
        var path = Path.Combine(_folder, $"{shade}.png");
        File.WriteAllBytes(path, PngWriter.Encode(new(8, 8, [.. Enumerable.Repeat((byte)(200 + shade), 256)])));
        return path;
    }
}
