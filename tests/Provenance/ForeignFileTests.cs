using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class ForeignFileTests
{
    [SharedMediaFact]
    public void We_judge_foreign_files_as_the_official_validator_does()
    {
        var files = Directory.GetFiles(Peers.SharedMedia!).Order().ToArray();

        var answers = Peers.Official(null, files);

        Assert.Equal(
            files.Zip(answers, (file, answer) => (Path.GetFileName(file), Peers.State(answer) ?? "None")),
            files.Select(file => (Path.GetFileName(file), Verify(file).State.ToString())));
    }

    [SharedMediaFact]
    public void We_name_the_same_failure_of_a_foreign_picture_as_the_official_validator()
    {
        Assert.Contains(Verify(Shared("E-sig-CA.jpg")).Entries, one => one is { Kind: EntryKind.Failure, Code: "claimSignature.mismatch" });
        Assert.Contains(Verify(Shared("XCA.jpg")).Entries, one => one is { Kind: EntryKind.Failure, Code: "assertion.dataHash.mismatch" });
    }

    [SharedMediaFact]
    public void A_video_carries_on_the_manifests_of_the_picture_in_it()
    {
        using var picture = File.OpenRead(Shared("CA.jpg"));
        var product = new IngredientDefinition(IngredientRelationship.ComponentOf, "CA.jpg", "image/jpeg") { Ancestry = Ancestry.Read(picture) };
        var stamped = Samples.Stamp(Samples.Video("faststart"), Samples.Definition("with picture") with
        {
            Ingredients = [product],
            Actions = [ActionDefinition.Created(DigitalSourceType.CompositeSynthetic, new SoftwareAgent("world")), ActionDefinition.Placed(0)],
        });

        var report = Samples.Verify(stamped);

        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Equal("componentOf", report.Lineage[1].Relationship);
        Assert.NotNull(report.Lineage[1].Signer);
        var answer = Assert.Single(Peers.Official(Samples.Identity.Value.RootPem, Samples.Save(stamped, "with picture")));
        Assert.True(Peers.State(answer) == "Trusted", answer.ToString());
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
    public void A_format_is_named_that_we_do_not_read()
    {
        var report = Samples.Verify([0x1A, 0x45, 0xDF, 0xA3, .. new byte[100]]);

        Assert.Equal(VerificationState.None, report.State);
        Assert.Equal("com.sorafunctions.format.unsupported", Assert.Single(report.Entries).Code);
    }

    [SharedMediaFact]
    public void The_manifest_of_one_picture_does_not_fit_another()
    {
        using var picture = File.OpenRead(Shared("CA.jpg"));
        var store = ProvenanceReader.Read(picture, null, null, default).Store!.Root.Raw.ToArray();
        var png = File.ReadAllBytes(Shared("sample1.png"));
        const int HeaderEnd = 33;
        byte[] size = [.. BitConverter.GetBytes(store.Length).Reverse()];
        byte[] labelled = [.. png.AsSpan(0, HeaderEnd), .. size, .. "caBX"u8, .. store, 0, 0, 0, 0, .. png.AsSpan(HeaderEnd)];

        var report = Samples.Verify(labelled);

        Assert.Equal(VerificationState.Invalid, report.State);
        var failures = report.Entries.Where(one => one.Kind == EntryKind.Failure).Select(one => one.Code);
        Assert.Equal(["signingCredential.untrusted", "assertion.dataHash.mismatch"], failures);
    }

    private static string Shared(string name) => Path.Combine(Peers.SharedMedia!, name);

    private static VerificationReport Verify(string file)
    {
        using var stream = File.OpenRead(file);
        return ProvenanceReader.Verify(stream);
    }
}
