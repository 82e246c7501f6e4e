using SoraFunctions.Contract.Renders;
using SoraFunctions.Models.Likeness;
using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Tests.Catalog;
using SoraFunctions.Models.Tests.Pictures;

namespace SoraFunctions.Models.Tests.Likeness;

public class PictureLikenessTests
{
    private static readonly PictureLikeness _likeness = new(InstalledModels.Sessions);

    public static TheoryData<string, Func<RgbPicture, RgbPicture>> Changes => new()
    {
        { "smaller", picture => Resized(picture, picture.Width / 4, picture.Height / 4) },
        { "brighter", picture => new(picture.Width, picture.Height, [.. picture.Pixels.Select(value => (byte)Math.Min(255, value + 30))]) },
        { "grey", picture => new(picture.Width, picture.Height, [.. picture.Pixels.Chunk(3).SelectMany(pixel => Enumerable.Repeat((byte)((pixel[0] + pixel[1] + pixel[2]) / 3), 3))]) },
        { "squeezed", picture => Resized(picture, picture.Width / 2, picture.Height) },
    };

    [Theory, MemberData(nameof(Changes))]
    public async Task A_changed_picture_is_a_copy(string change, Func<RgbPicture, RgbPicture> make)
    {
        var photo = await SamplePhotos.Read(1);
        Assert.True(_likeness.Describe(photo.View).IsCopyOf(_likeness.Describe(make(photo).View)), change);
    }

    [Fact]
    public async Task Another_picture_is_no_copy()
    {
        var prints = new List<PictureFingerprint>();
        foreach (var number in Enumerable.Range(1, 4))
            prints.Add(_likeness.Describe((await SamplePhotos.Read(number)).View));
        Assert.All(prints.Index(), one => Assert.All(prints.Index().Where(other => other.Index != one.Index), other =>
        {
            Assert.False(one.Item.IsCopyOf(other.Item));
            Assert.InRange(one.Item.CosineTo(other.Item)!.Value, 0, 0.85f);
        }));
    }

    [Fact]
    public void A_picture_is_itself()
    {
        var print = _likeness.Describe(PatternPicture.Make(100, 60).View);
        Assert.Equal(1, print.CosineTo(print)!.Value, 1e-4f);
        Assert.Equal(0, print.DistanceTo(print));
    }

    [Fact]
    public async Task Without_the_model_the_hashes_decide_alone()
    {
        var photo = await SamplePhotos.Read(1);
        var none = new PictureLikeness(InstalledModels.None);
        var (print, smaller, other) = (none.Describe(photo.View), none.Describe(Resized(photo, 200, 150).View), none.Describe((await SamplePhotos.Read(2)).View));
        Assert.Contains("is not installed", print.Problem);
        Assert.Null(print.CosineTo(smaller));
        Assert.True(print.IsCopyOf(smaller));
        Assert.False(print.IsCopyOf(other));
    }

    private static RgbPicture Resized(RgbPicture picture, int width, int height) => new(width, height,
        [.. Resampler.Resize<byte>(picture.Pixels, picture.Width, picture.Height, 3, width, height).Select(value => (byte)(value + 0.5f))]);
}
