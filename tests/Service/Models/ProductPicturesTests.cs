using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Service.Models;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.Service.Tests.Models;

public sealed class ProductPicturesTests
{
    [Fact]
    public void Engine_is_by_itself_where_no_model_is_installed()
    {
        var aids = ProductPictures.Aids(new HelperSessions(new HelperModelCatalog("/nowhere", null), new SessionPool(new(), 1)));
        Assert.Equal(("", null, null), (aids.Version, aids.CutOut, aids.Enlarge));
    }

    [Fact]
    public void Small_picture_becomes_twice_as_large_with_its_clear_parts()
    {
        var aids = ProductPictures.Aids(new HelperSessions(HelperModelCatalog.Installed, new SessionPool(new() { Providers = [ExecutionProvider.Cpu] }, long.MaxValue)));
        var picture = new Texture(32, 24, [.. Enumerable.Range(0, 32 * 24).SelectMany(i => new byte[] { 200, 40, 40, (byte)(i % 32 < 16 ? 0 : 255) })]);
        var large = aids.Enlarge!(picture, default);
        Assert.Equal((64, 48), (large.Width, large.Height));
        Assert.Equal((0, 255), (large.Rgba[(4 * ((24 * 64) + 10)) + 3], large.Rgba[(4 * ((24 * 64) + 54)) + 3]));
        Assert.InRange(large.Rgba[4 * ((24 * 64) + 54)], 190, 210);
        Assert.Contains("upscale-slim", aids.Version, StringComparison.Ordinal);
    }
}
