using System.Text;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Provenance.Labels;

namespace SoraFunctions.Pipeline.Tests.Labels;

public class LabelTableTests
{
    [Fact]
    public void China_asks_for_words_of_a_twentieth_of_the_short_side_for_two_seconds_and_for_metadata()
    {
        var china = LabelTable.Built.Markets.Single(market => market.Name == "cn");

        Assert.Equal((LabelCase.Always, 0.05, 2), (china.Visible.When, china.Visible.LeastHeight, china.Visible.LeastSeconds));
        Assert.Contains(MachineMark.AigcMetadata, china.Marks);
        Assert.Equal(6, china.CleanCopy!.MonthsKept);
    }

    [Fact]
    public void No_market_asks_for_larger_words_than_cuts_have() => Assert.All(LabelTable.Built.Markets, market =>
    {
        Assert.True(market.Visible.LeastHeight <= VisibleLabel.SmallestHeightShare);
        Assert.True(market.Visible.LeastSeconds <= VisibleLabel.ShortestDuration.TotalSeconds);
    });

    [Theory]
    [InlineData("zh-CN", "AI生成")]
    [InlineData("en", "AI-generated")]
    [InlineData("de", "AI-generated")]
    public void Words_follow_the_language(string language, string words) => Assert.Equal(words, LabelPlan.For(null, language, clean: false).Words);

    [Fact]
    public void A_video_for_everywhere_meets_every_rule_and_may_not_be_clean()
    {
        var plan = LabelPlan.For(null, "en", clean: false);

        Assert.Equal(LabelTable.Built.Names, plan.Markets.Select(market => market.Name));
        Assert.Equal(["us-ny"], plan.ForbidClean);
        Assert.Empty(LabelPlan.For(["cn", "eu"], "en", clean: true).ForbidClean);
        Assert.Equal(36, LabelPlan.For(["cn", "eu"], "en", clean: true).MonthsKept);
    }

    [Theory]
    [InlineData("\"least_height\": 0.05", "\"least_height\": 0.2", "cn.visible.least_height must be over 0 to 0.1")]
    [InlineData("\"name\": \"eu\"", "\"name\": \"cn\"", "The market 'cn' is given twice")]
    [InlineData("\"visible\": \"gb-45438\"", "\"visible\": \"hearsay\"", "cn.sources must be names of")]
    [InlineData("\"months_kept\": 6", "\"months_kept\": 0", "cn.clean_copy.months_kept must be 1 to 240")]
    [InlineData("\"tiktok-ad\"", "\"tiktak\"", "there is no channel 'tiktak'")]
    [InlineData("\"since\": \"2025-09\"", "\"since\": \"2025-09\", \"until\": \"\"", "not well formed")]
    public void A_table_that_breaks_a_rule_is_refused_by_name(string before, string after, string told)
    {
        using var stream = typeof(LabelTable).Assembly.GetManifestResourceStream("SoraFunctions.Pipeline.Labels.Data.labels.json")!;
        var text = new StreamReader(stream).ReadToEnd();
        var at = text.IndexOf(before, StringComparison.Ordinal);

        var error = Assert.Throws<InvalidDataException>(() => LabelTable.Read(Encoding.UTF8.GetBytes(text[..at] + after + text[(at + before.Length)..])));

        Assert.Contains(told, error.Message);
    }

    [Fact]
    public void Platforms_of_a_channel_are_told()
    {
        Assert.Equal([("tiktok", "post_info.is_aigc", "true")], DeliveryRecord.FlagsOf("tiktok-ad").Select(flag => (flag.Platform, flag.Field, flag.Value)));
        Assert.Contains(DeliveryRecord.FlagsOf("youtube-shorts"), flag => flag.Field == "status.containsSyntheticMedia");
        Assert.Empty(DeliveryRecord.FlagsOf("shopify-product"));
    }
}
