using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class PeerTests
{
    private static readonly string[] Kinds = ["faststart", "moov at end", "fragmented", "many fragments", "indexed fragments", "64-bit mdat", "aigc"];

    [PeerFact]
    public void The_official_validator_trusts_what_we_stamp_when_it_knows_our_root()
    {
        var files = Kinds.Select(kind => Samples.Save(Samples.Stamp(Samples.Video(kind)), "official " + kind)).ToArray();

        foreach (var answer in Peers.Official(Samples.Identity.Value.RootPem, files))
        {
            Assert.True(Peers.State(answer) == "Trusted", answer.ToString());
            Assert.Empty(answer.GetProperty("results").GetProperty("activeManifest").GetProperty("failure").EnumerateArray());
        }
    }

    [PeerFact]
    public void The_official_validator_calls_it_valid_and_untrusted_without_our_root()
    {
        var file = Samples.Save(Samples.Stamp(Samples.Video("faststart")), "untrusted");

        var answer = Assert.Single(Peers.Official(null, file));

        Assert.Equal("Valid", Peers.State(answer));
        var failure = Assert.Single(answer.GetProperty("results").GetProperty("activeManifest").GetProperty("failure").EnumerateArray());
        Assert.Equal("signingCredential.untrusted", failure.GetProperty("code").GetString());
    }

    [PeerFact]
    public void A_validator_that_shares_no_code_with_the_official_one_agrees()
    {
        // It knows no trees over fragments and no other pictures than these.
        var files = Kinds.Where(kind => !kind.Contains("fragment")).Select(kind => Samples.Save(Samples.Stamp(Samples.Video(kind)), "second " + kind))
            .Concat(((string[])["jpg", "png"]).Select(format => Samples.Save(Samples.Stamp(Samples.Data(format)), "second picture", format)))
            .ToArray();

        Assert.All(Peers.Second(files), answer => Assert.True(answer.GetProperty("valid").GetBoolean(), answer.ToString()));
    }
}
