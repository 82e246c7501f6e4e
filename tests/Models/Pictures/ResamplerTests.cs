using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Tests.Pictures;

public class ResamplerTests
{
    [Theory, InlineData(Resampling.Triangle), InlineData(Resampling.Lanczos3)]
    public void An_even_picture_stays_even_at_any_size(Resampling filter)
    {
        var sizes = Gen.ArrayOf(Gen.Choose(1, 40), 4).ToArbitrary();
        Prop.ForAll(sizes, size =>
        {
            var grey = Enumerable.Repeat((byte)77, size[0] * size[1]).ToArray();
            Assert.All(Resampler.Resize<byte>(grey, size[0], size[1], 1, size[2], size[3], filter), value => Assert.Equal(77, value, 1e-3f));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_picture_at_its_own_size_is_itself()
    {
        var picture = PatternPicture.Make(17, 9);
        Assert.Equal(picture.Pixels.Select(channel => (float)channel), Resampler.Resize<byte>(picture.Pixels, 17, 9, 3, 17, 9));
    }

    [Fact]
    public void Shrinking_takes_every_pixel_into_account() =>
        Assert.All(Resampler.Resize<byte>([0, 200, 0, 200, 0, 200, 0, 200, 0, 200, 0, 200], 12, 1, 1, 3, 1)[1..2], value => Assert.Equal(100, value, 0.5f));
}
