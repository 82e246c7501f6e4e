using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class StampTests
{
    [Theory]
    [InlineData("faststart")]
    [InlineData("moov at end")]
    [InlineData("fragmented")]
    [InlineData("many fragments")]
    [InlineData("indexed fragments")]
    [InlineData("64-bit mdat")]
    public void A_stamped_video_is_trusted_and_plays_as_before(string kind)
    {
        var video = Samples.Video(kind);

        var stamped = Samples.Stamp(video, out var manifest);

        var report = Samples.Verify(stamped);
        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Equal(stamped.Length - video.Length, manifest.BytesAdded);
        Assert.Equal(Samples.Playback(video), Samples.Playback(stamped));
        Assert.Empty(manifest.Warnings);
    }

    [Fact]
    public void The_manifest_says_what_the_definition_said()
    {
        var report = Samples.Verify(Samples.Stamp(Samples.Video("faststart")));

        var own = Assert.Single(report.Lineage);
        Assert.Equal("Video one", own.Title);
        Assert.Equal("SoraFunctions 0.1.0", own.Generator);
        Assert.Equal("Example Studio", report.Signer?.Organisation);
        Assert.Equal([DigitalSourceType.AlgorithmicMedia], report.DigitalSourceTypes);
        Assert.Equal(new ActionInfo("c2pa.created", "2026-11-22T10:00:00Z", DigitalSourceType.AlgorithmicMedia, "world 1.0"), Assert.Single(report.Actions));
    }

    [Fact]
    public void Stamping_again_replaces_the_manifest()
    {
        var once = Samples.Stamp(Samples.Video("faststart"));

        var twice = Samples.Stamp(once, out var manifest, Samples.Definition("two"));

        Assert.True(manifest.Replaced);
        Assert.Equal(once.Length, twice.Length);
        var report = Samples.Verify(twice);
        Assert.Equal(VerificationState.Trusted, report.State);
        Assert.Equal("Video two", Assert.Single(report.Lineage).Title);
        Assert.Equal(Samples.Playback(Samples.Video("faststart")), Samples.Playback(twice));
    }
}
