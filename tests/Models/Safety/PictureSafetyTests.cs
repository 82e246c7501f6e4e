using SoraFunctions.Models.Safety;
using SoraFunctions.Models.Tests.Catalog;
using SoraFunctions.Models.Tests.Pictures;

namespace SoraFunctions.Models.Tests.Safety;

public class PictureSafetyTests
{
    // The numbers are those of TensorFlow.js 4.22.0 with the same pictures; the second is resized by its resizeBilinear with aligned corners.
    [Theory]
    [InlineData(299, 299, 0.1753981f, 0.1028361f, 0.7085342f, 0.01196312f, 0.001268602f)]
    [InlineData(320, 180, 0.3557830f, 0.2578087f, 0.3690139f, 0.0161575f, 0.0012367f)]
    public void A_known_picture_has_known_scores(int width, int height, float drawing, float hentai, float neutral, float porn, float sexy)
    {
        var verdict = new PictureSafety(InstalledModels.Sessions).Check(PatternPicture.Make(width, height).View);
        Assert.Equal(SafetyDecision.Allowed, verdict.Decision);
        Assert.Equal(drawing, verdict.Scores!.Drawing, 1e-3f);
        Assert.Equal(hentai, verdict.Scores.Hentai, 1e-3f);
        Assert.Equal(neutral, verdict.Scores.Neutral, 1e-3f);
        Assert.Equal(porn, verdict.Scores.Porn, 1e-3f);
        Assert.Equal(sexy, verdict.Scores.Sexy, 1e-3f);
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
}
