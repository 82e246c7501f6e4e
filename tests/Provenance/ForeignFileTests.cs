using System.Text.Json;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class ForeignFileTests
{
    [SharedMediaFact]
    public void We_judge_foreign_videos_as_the_official_validator_does()
    {
        var files = Directory.GetFiles(Peers.SharedMedia!, "*.mp4").Order().ToArray();

        var answers = Peers.Official(null, files);

        Assert.Equal(
            files.Zip(answers, (file, answer) => (Path.GetFileName(file), Peers.State(answer) ?? "None")),
            files.Select(file => (Path.GetFileName(file), Verify(file).State.ToString())));
    }

    [SharedMediaFact]
    public void We_find_the_same_generations_in_a_foreign_video()
    {
        var file = Path.Combine(Peers.SharedMedia!, "video1.mp4");

        var report = Verify(file);

        Assert.Equal(["Media Publisher Company", "C2PA Test Signing Cert"], report.Lineage.Select(one => one.Signer?.Organisation).Order(StringComparer.Ordinal).Reverse());
        var official = Peers.Official(null, file)[0].GetProperty("manifests").EnumerateObject().Select(one => one.Name);
        Assert.Equal(official.Order(), report.Lineage.Select(one => one.ManifestLabel).Order());
        Assert.Contains(report.Uncovered, range => range.Box == "/moov/trak/mdia/minf/stbl/stco");
    }

    [SharedMediaFact]
    public void Pictures_are_named_as_a_format_we_do_not_read()
    {
        foreach (var file in Directory.GetFiles(Peers.SharedMedia!).Where(file => Path.GetExtension(file) is ".jpg" or ".png" or ".webp"))
        {
            var report = Verify(file);
            Assert.Equal(VerificationState.None, report.State);
            Assert.Equal("com.sorafunctions.format.unsupported", Assert.Single(report.Entries).Code);
        }
    }

    private static VerificationReport Verify(string file)
    {
        using var stream = File.OpenRead(file);
        return ProvenanceReader.Verify(stream);
    }
}
