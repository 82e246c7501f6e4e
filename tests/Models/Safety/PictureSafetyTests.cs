using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Safety;
using SoraFunctions.Models.Tests.Catalog;
using SoraFunctions.Models.Tests.Pictures;

namespace SoraFunctions.Models.Tests.Safety;

public class PictureSafetyTests
{
    [Fact]
    public void A_known_picture_has_known_scores()
    {
        var verdict = new PictureSafety(InstalledModels.Sessions).Check(PatternPicture.Make(224, 224).View);
        Assert.Equal(SafetyDecision.Allowed, verdict.Decision);
        Assert.Equal(0.0584704f, verdict.Scores!.Drawing, 1e-4f);
        Assert.Equal(0.008374264f, verdict.Scores.Hentai, 1e-4f);
        Assert.Equal(0.9331403f, verdict.Scores.Neutral, 1e-4f);
        Assert.Equal(1, verdict.Scores.Drawing + verdict.Scores.Hentai + verdict.Scores.Neutral + verdict.Scores.Porn + verdict.Scores.Sexy, 1e-4f);
    }

    [Fact]
    public void A_picture_of_any_size_is_seen_whole()
    {
        var small = PatternPicture.Make(64, 64);
        var large = Resized(small.View, 320, 180);
        var (one, other) = (new PictureSafety(InstalledModels.Sessions).Check(small.View).Scores!, new PictureSafety(InstalledModels.Sessions).Check(large.View).Scores!);
        Assert.Equal(one.Pornographic, other.Pornographic, 0.1f);
    }

    [Theory]
    [InlineData(0, 0, 0, SafetyDecision.Allowed)]
    [InlineData(0.2f, 0.1f, 0, SafetyDecision.Allowed)]
    [InlineData(0.2f, 0.2f, 0, SafetyDecision.Review)]
    [InlineData(0.4f, 0.4f, 0, SafetyDecision.Refused)]
    [InlineData(0.05f, 0, 0.6f, SafetyDecision.Allowed)]
    [InlineData(0.05f, 0, 0.9f, SafetyDecision.Review)]
    public void Pornography_decides_and_light_dress_goes_to_a_person(float porn, float hentai, float sexy, SafetyDecision decision) =>
        Assert.Equal(decision, new SafetyThresholds().Decide(new(0, hentai, 1 - porn - hentai - sexy, porn, sexy)).Decision);

    [Fact]
    public void A_clip_is_as_bad_as_its_worst_frame()
    {
        SafetyVerdict Verdict(float porn) => new SafetyThresholds().Decide(new(0, 0, 1 - porn, porn, 0));
        var worst = SafetyVerdict.Worst([Verdict(0.1f), Verdict(0.9f), Verdict(0.4f)]);
        Assert.Equal((SafetyDecision.Refused, 0.9f), (worst.Decision, worst.Scores!.Porn));
    }

    [Fact]
    public void Without_the_model_nothing_is_called_safe()
    {
        var verdict = new PictureSafety(InstalledModels.None).Check(PatternPicture.Make(8, 8).View);
        Assert.Equal((SafetyDecision.Unchecked, null), (verdict.Decision, verdict.Scores));
        Assert.Contains("is not installed", verdict.Reason);
    }

    private static RgbPicture Resized(RgbView picture, int width, int height) => new(width, height,
        [.. Resampler.Resize(picture.Pixels, picture.Width, picture.Height, 3, width, height).Select(value => (byte)(value + 0.5f))]);
}
