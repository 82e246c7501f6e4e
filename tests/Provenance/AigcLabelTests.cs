using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class AigcLabelTests
{
    [Fact]
    public void It_is_written_in_the_order_of_the_standard() =>
        Assert.Equal(Samples.Label, AigcLabel.ForGenerated("Shop", "video_1").ToJson());

    [Fact]
    public void It_is_found_in_a_video_that_ffmpeg_labelled()
    {
        var report = Samples.Verify(Samples.Video("aigc"));

        Assert.Equal(AigcLabel.ForGenerated("Shop", "video_1"), report.AigcLabel);
        Assert.Equal(VerificationState.None, report.State);
    }

    [Fact]
    public void It_survives_stamping_and_is_covered_by_the_manifest()
    {
        var stamped = Samples.Stamp(Samples.Video("aigc"));
        Assert.Equal("Shop", Samples.Verify(stamped).AigcLabel?.ContentProducer);

        stamped[stamped.AsSpan().IndexOf("video_1"u8)] ^= 2;

        var report = Samples.Verify(stamped);
        Assert.Equal(VerificationState.Invalid, report.State);
        Assert.Contains(report.Entries, one => one.Code == "assertion.bmffHash.mismatch");
    }

    [Theory]
    [InlineData("""<d:D xmlns:d="rdf" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" TC260:AIGC='JSON'/>""")]
    [InlineData("""<d:D xmlns:d="rdf"><AIGC xmlns="http://www.tc260.org.cn/ns/AIGC/1.0/">JSON</AIGC></d:D>""")]
    public void It_is_found_in_xmp_too(string packet)
    {
        var report = Samples.Verify(WithXmp(packet.Replace("JSON", Samples.Label)));
        Assert.Equal(AigcLabel.ForGenerated("Shop", "video_1"), report.AigcLabel);
    }

    [Theory]
    [InlineData("no xml", "not XML")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "not XML")]
    [InlineData("""<AIGC xmlns="http://www.tc260.org.cn/ns/AIGC/1.0/">{}</AIGC>""", "Label")]
    public void A_broken_label_is_noted(string packet, string reason)
    {
        var entry = Samples.Verify(WithXmp(packet)).Entries.First(one => one.Code == "com.sorafunctions.aigcLabel.malformed");
        Assert.Contains(reason, entry.Explanation);
    }

    [Fact]
    public void A_second_label_is_noted()
    {
        byte[] video = [.. Samples.Video("aigc"), .. WithXmp($"<AIGC xmlns='http://www.tc260.org.cn/ns/AIGC/1.0/'>{Samples.Label}</AIGC>")[Samples.Video("faststart").Length..]];
        Assert.Contains(Samples.Verify(video).Entries, one => one.Code == "com.sorafunctions.aigcLabel.multiple");
    }

    [Fact]
    public void Ffprobe_reads_what_we_read()
    {
        var path = Samples.Save(Samples.Stamp(Samples.Video("aigc")), "ffprobe");
        var tag = Samples.Run("ffprobe", "-v", "error", "-show_entries", "format_tags=AIGC", "-of", "default=nk=1:nw=1", path).Trim();
        Assert.Equal(Samples.Label, tag);
    }

    [Fact]
    public void Every_label_reads_back_as_itself()
    {
        var text = Gen.Choose(0x21, 0x7E).Where(c => c is not ('"' or '\\')).Select(c => (char)c).NonEmptyListOf().Select(list => string.Concat(list));
        var labels = from mark in Gen.Elements(AigcMark.Generated, AigcMark.Possible, AigcMark.Suspected)
                     from values in text.ListOf(6)
                     select new AigcLabel(mark, values[0], values[1], values[2], values[3], values[4], values[5]);
        Prop.ForAll(labels.ToArbitrary(), label => label.Equals(AigcLabel.TryParse(label.ToJson(), out var fault)) && fault is null).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a shop", "U+0020")]
    [InlineData("a\"shop", "U+0022")]
    [InlineData("a\\shop", "U+005C")]
    [InlineData("商店", "U+5546")]
    [InlineData("", "empty")]
    public void A_value_outside_the_character_set_is_refused_by_name(string producer, string reason)
    {
        var error = Assert.Throws<ArgumentException>(() => AigcLabel.ForGenerated(producer, "video_1"));
        Assert.Contains("ContentProducer", error.Message);
        Assert.Contains(reason, error.Message);
    }

    [Theory]
    [InlineData("not json", "not JSON")]
    [InlineData("[]", "Label")]
    [InlineData("""{"Label":1}""", "Label")]
    [InlineData("""{"Label":"4","ContentProducer":"a","ProduceID":"b","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}""", "Label")]
    [InlineData("""{"Label":"1","ContentProducer":"a","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}""", "ProduceID")]
    public void Another_text_is_no_label(string json, string fault)
    {
        Assert.Null(AigcLabel.TryParse(json, out var reason));
        Assert.Contains(fault, reason);
    }

    private static byte[] WithXmp(string packet) =>
        [.. Samples.Video("faststart"), .. JumbfWriter.Box("uuid", Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC"), Encoding.UTF8.GetBytes(packet))];

    [Fact]
    public void Random_text_never_throws() =>
        Prop.ForAll<string?>(text => text is null || AigcLabel.TryParse(text, out _) is null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("zh-Hans-CN", "AI生成")]
    [InlineData("zh", "AI生成")]
    [InlineData("en-US", "AI-generated")]
    [InlineData("de", "AI-generated")]
    public void The_visible_label_speaks_the_viewers_language(string tag, string text) => Assert.Equal(text, VisibleLabel.For(tag).Text);

    [Theory]
    [InlineData(1280, 720, 36)]
    [InlineData(1080, 1920, 54)]
    [InlineData(101, 101, 6)]
    public void The_visible_label_is_at_least_a_twentieth_of_the_shortest_side(int width, int height, int least) =>
        Assert.Equal(least, VisibleLabel.SmallestHeight(width, height));

    [Fact]
    public void The_visible_label_stays_two_seconds_or_the_whole_video()
    {
        Assert.Equal(TimeSpan.FromSeconds(2), VisibleLabel.DurationIn(TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.FromSeconds(1), VisibleLabel.DurationIn(TimeSpan.FromSeconds(1)));
    }
}
