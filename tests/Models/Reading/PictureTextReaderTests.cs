using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Tests.Cuts;
using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Reading;
using SoraFunctions.Models.Tests.Catalog;
using SoraFunctions.Models.Tests.Pictures;

namespace SoraFunctions.Models.Tests.Reading;

public class PictureTextReaderTests
{
    /// <summary>Frames of a finished cut, with words as Media sets them.</summary>
    [Theory]
    [InlineData(360, 640, "en", "Fresh citrus every morning", CaptionRole.Line, "AI generated", 120)]
    [InlineData(640, 360, "en", "Only $24.90", CaptionRole.Price, "AI generated", 200)]
    [InlineData(360, 640, "zh-CN", "每一滴都是清晨的味道", CaptionRole.Line, "人工智能生成", 120)]
    [InlineData(640, 360, "zh-CN", "夏日新品上市", CaptionRole.Title, "人工智能生成", 220)]
    [InlineData(640, 360, "zh-CN", "立即购买", CaptionRole.CallToAction, "AI生成", 60)]
    public async Task Captions_and_labels_of_a_finished_frame_can_be_read(
        int width, int height, string language, string caption, CaptionRole role, string label, byte ground)
    {
        using var cut = await TestCut.Make(
            new FrameFormat(width, height), [TestCut.Shot("one", 1, new(caption, role))], [ground],
            change: order => order with
            {
                Label = label,
                Storyboard = order.Storyboard with { Language = language, Sound = new() { Music = false, RoomTone = false, Effects = false } },
            });
        var reading = new PictureTextReader(InstalledModels.Sessions).Read(RgbPicture.Of(await cut.Frame(24)).View);
        Assert.Null(reading.Problem);
        Assert.Equal((1, 1), (reading.LegibilityOf(caption), reading.LegibilityOf(label)));
        // The arrowhead of a button may be taken for a sign.
        Assert.All(reading.Lines.Where(line => line.Text.Any(char.IsLetterOrDigit)), line => Assert.InRange(line.Confidence, 0.8f, 1));
    }

    [Fact]
    public void A_picture_without_text_has_no_lines()
    {
        var reading = new PictureTextReader(InstalledModels.Sessions).Read(new(Enumerable.Repeat((byte)128, 320 * 180 * 3).ToArray(), 320, 180));
        Assert.Null(reading.Problem);
        Assert.Empty(reading.Lines);
    }

    [Fact]
    public void Without_the_models_it_says_why_nothing_was_read()
    {
        var reading = new PictureTextReader(InstalledModels.None).Read(PatternPicture.Make(64, 64).View);
        Assert.Empty(reading.Lines);
        Assert.Contains("text-detection is not installed", reading.Problem);
    }
}
