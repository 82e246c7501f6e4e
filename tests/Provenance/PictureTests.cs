using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class PictureTests
{
    public static TheoryData<string> Formats => [.. Samples.DataFormats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_stamped_picture_or_sound_is_trusted_and_shows_what_it_showed(string format)
    {
        var plain = Samples.Data(format);

        var stamped = Samples.Stamp(plain, out var manifest);

        var report = Samples.Verify(stamped);
        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Equal("assertion.dataHash.match", report.Entries.Single(one => one.Code.StartsWith("assertion.dataHash", StringComparison.Ordinal)).Code);
        Assert.Equal(stamped.Length - plain.Length, manifest.BytesAdded);
        Assert.Equal(Samples.Playback(plain, format), Samples.Playback(stamped, format));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Stamping_a_picture_again_replaces_its_manifest(string format)
    {
        var once = Samples.Stamp(Samples.Data(format));

        var twice = Samples.Stamp(once, out var manifest, Samples.Definition("two"));

        Assert.True(manifest.Replaced);
        Assert.Equal(once.Length, twice.Length);
        Assert.Equal(VerificationState.Trusted, Samples.Verify(twice).State);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_changed_byte_of_a_picture_is_found(string format)
    {
        var stamped = Samples.Stamp(Samples.Data(format));
        var uncovered = Assert.Single(Samples.Verify(stamped).Uncovered);
        for (var at = 0; at < stamped.Length; at += 1 + stamped.Length / 60)
        {
            var changed = (byte[])stamped.Clone();
            changed[at] ^= 0x40;

            Assert.True(Samples.Verify(changed).State is not (VerificationState.Valid or VerificationState.Trusted),
                $"byte {at} of {stamped.Length}, {(at >= uncovered.Offset && at < uncovered.Offset + uncovered.Length ? "in" : "outside of")} the manifest");
        }
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public void A_picture_carries_the_implicit_label_and_its_source_type_and_shows_what_it_showed(string format)
    {
        var plain = Samples.Data(format);
        var label = AigcLabel.ForGenerated("Shop", "video_1");

        var labelled = PictureLabel.Write(plain, label, DigitalSourceType.AlgorithmicMedia)!;

        var report = Samples.Verify(Samples.Stamp(labelled));
        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Equal(label, report.AigcLabel);
        Assert.True(labelled.AsSpan().IndexOf("digitalsourcetype/algorithmicMedia"u8) > 0);
        Assert.Equal(Samples.Playback(plain, format), Samples.Playback(labelled, format));
    }

    [Fact]
    public void A_large_manifest_is_spread_over_the_segments_of_a_picture()
    {
        var stamped = Samples.Stamp(Samples.Data("jpg"), Samples.Definition() with { ThumbnailJpeg = new byte[200_000] });

        Assert.Equal(VerificationState.Trusted, Samples.Verify(stamped).State);
    }

    [PeerFact]
    public void Other_validators_accept_the_pictures_we_stamp()
    {
        var files = Samples.DataFormats.Select(format => Samples.Save(Samples.Stamp(Samples.Data(format)), "official picture", format))
            .Append(Samples.Save(Samples.Stamp(Samples.Data("jpg"), Samples.Definition() with { ThumbnailJpeg = new byte[200_000] }), "official large picture", "jpg"))
            .ToArray();

        files = [.. files, .. ((string[])["jpg", "png", "webp", "gif"]).Select(format => Samples.Save(
            Samples.Stamp(PictureLabel.Write(Samples.Data(format), AigcLabel.ForGenerated("Shop", "video_1"), DigitalSourceType.AlgorithmicMedia)!), "official labelled", format))];
        foreach (var answer in Peers.Official(Samples.Identity.Value.RootPem, files))
            Assert.True(Peers.State(answer) == "Trusted", answer.ToString());
        // It reads no others.
        foreach (var answer in Peers.Second([.. files.Where(file => Path.GetExtension(file) is ".jpg" or ".png")]))
            Assert.True(answer.TryGetProperty("valid", out var valid) && valid.GetBoolean(), answer.ToString());
    }
}
