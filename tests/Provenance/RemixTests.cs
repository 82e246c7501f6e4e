using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class RemixTests
{
    private static readonly SoftwareAgent Engine = new("world", "1.0");

    [Fact]
    public void A_remix_of_a_remix_tells_its_whole_lineage()
    {
        var (first, second, third) = Generations();

        var report = Samples.Verify(third);

        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Equal([(0, null, "Video third"), (1, "inputTo", "Video second"), (2, "parentOf", "Video first")],
            report.Lineage.Select(one => (one.Generation, one.Relationship, one.Title)));
        Assert.Equal([DigitalSourceType.AlgorithmicMedia], report.Lineage[2].DigitalSourceTypes);
        Assert.Equal([DigitalSourceType.CompositeWithTrainedAlgorithmicMedia], report.Lineage[1].DigitalSourceTypes);
        Assert.All(new[] { first, second }, video => Assert.Equal(VerificationState.Trusted, Samples.Verify(video).State));
    }

    [Fact]
    public void Ancestors_are_carried_on_byte_for_byte()
    {
        var (first, second, third) = Generations();

        var last = Store(third).Manifests;
        Assert.Equal(3, last.Count);
        Assert.Equal(Store(first).Active.Raw.ToArray(), last[0].Raw.ToArray());
        Assert.Equal(Store(second).Active.Raw.ToArray(), last[1].Raw.ToArray());
    }

    [Fact]
    public void An_ancestor_that_is_used_twice_is_carried_once()
    {
        var first = Samples.Stamp(Samples.Video("faststart"), Samples.Definition("first"));
        var both = Samples.Definition("both") with
        {
            Ingredients =
            [
                new IngredientDefinition(IngredientRelationship.ComponentOf, "clip", "video/mp4") { Ancestry = Read(first) },
                new IngredientDefinition(IngredientRelationship.InputTo, "pattern", "video/mp4") { Ancestry = Read(first) },
                new IngredientDefinition(IngredientRelationship.ComponentOf, "product.png", "image/png"),
            ],
            Actions = [ActionDefinition.Created(DigitalSourceType.CompositeSynthetic, Engine, 1), ActionDefinition.Placed(0, 2)],
        };

        var stamped = Samples.Stamp(Samples.Video("moov at end"), both);

        Assert.Equal(2, Store(stamped).Manifests.Count);
        var report = Samples.Verify(stamped);
        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Contains(report.Entries, one => one is { Code: "ingredient.unknownProvenance", Kind: EntryKind.Informational });
    }

    [Fact]
    public void A_change_in_an_ancestor_makes_the_remix_invalid()
    {
        var (_, _, third) = Generations();
        var tampered = (byte[])third.Clone();
        tampered[tampered.AsSpan().IndexOf("Video first"u8)] ^= 1;

        var report = Samples.Verify(tampered);

        Assert.Equal(VerificationState.Invalid, report.State);
        Assert.Contains(report.IngredientDeltas.SelectMany(delta => delta.Entries), one => one.Code == "ingredient.manifest.mismatch");
    }

    [Fact]
    public void What_was_wrong_with_a_parent_when_it_was_taken_in_is_recorded_and_no_news()
    {
        var broken = Samples.Stamp(Samples.Video("faststart"), Samples.Definition("broken"));
        broken[^100] ^= 1;
        Assert.Equal(VerificationState.Invalid, Samples.Verify(broken).State);

        var remix = Samples.Stamp(Samples.Video("moov at end"), Edit("honest", Read(broken)));

        Assert.Equal(VerificationState.Trusted, Samples.Verify(remix).State);
        Assert.Contains("assertion.bmffHash.mismatch", System.Text.Encoding.Latin1.GetString(remix));
    }

    [PeerFact]
    public void Both_validators_accept_three_generations()
    {
        var (first, second, third) = Generations();
        byte[][] videos = [first, second, third];
        var files = videos.Select((video, index) => Samples.Save(video, $"generation {index}")).ToArray();

        var answers = Peers.Official(Samples.Identity.Value.RootPem, files);

        Assert.All(answers, answer => Assert.True(Peers.State(answer) == "Trusted", answer.ToString()));
        Assert.Equal(3, answers[2].GetProperty("manifests").EnumerateObject().Count());
        Assert.All(Peers.Second(files), answer => Assert.True(answer.GetProperty("valid").GetBoolean(), answer.ToString()));
    }

    [PeerFact]
    public void We_and_the_official_validator_agree_on_remixes_across_signers()
    {
        using var other = SigningIdentity.CreateSelfMade("Another Studio", TimeProvider.System);
        var foreign = Samples.Stamp(Samples.Video("faststart"), Samples.Definition("foreign"), other);
        using var stream = new MemoryStream(foreign);
        var trusting = Samples.Stamp(Samples.Video("moov at end"), Edit("trusting", Ancestry.Read(stream, other.TrustAnchors)!));
        var wary = Samples.Stamp(Samples.Video("moov at end"), Edit("wary", Read(foreign)));
        var tampered = (byte[])trusting.Clone();
        tampered[tampered.AsSpan().IndexOf("Video foreign"u8)] ^= 1;
        var broken = (byte[])foreign.Clone();
        broken[^100] ^= 1;
        var honest = Samples.Stamp(Samples.Video("moov at end"), Edit("honest", Read(broken)));
        byte[][] videos = [foreign, trusting, wary, tampered, honest];

        var answers = Peers.Official(Samples.Identity.Value.RootPem, [.. videos.Select((video, index) => Samples.Save(video, $"across {index}"))]);

        Assert.Equal(answers.Select(Peers.State), videos.Select(video => Samples.Verify(video).State.ToString()));
        Assert.Equal(["Valid", "Valid", "Trusted", "Invalid", "Trusted"], answers.Select(Peers.State));
    }

    private static (byte[] First, byte[] Second, byte[] Third) Generations()
    {
        var first = Samples.Stamp(Samples.Video("faststart"), Samples.Definition("first"));
        var second = Samples.Stamp(Samples.Video("moov at end"), Edit("second", Read(first)));
        var third = Samples.Stamp(Samples.Video("64-bit mdat"), Samples.Definition("third") with
        {
            Ingredients = [new IngredientDefinition(IngredientRelationship.InputTo, "second.mp4", "video/mp4") { Ancestry = Read(second) }],
            Actions = [ActionDefinition.Created(DigitalSourceType.AlgorithmicMedia, Engine, 0)],
        });
        return (first, second, third);
    }

    private static ManifestDefinition Edit(string key, Ancestry parent) => Samples.Definition(key) with
    {
        Ingredients = [new IngredientDefinition(IngredientRelationship.ParentOf, "parent.mp4", "video/mp4") { Ancestry = parent }],
        Actions = [ActionDefinition.Opened(0), ActionDefinition.Edited(DigitalSourceType.CompositeWithTrainedAlgorithmicMedia, Engine)],
    };

    private static Ancestry Read(byte[] video) =>
        Ancestry.Read(new MemoryStream(video), Samples.Identity.Value.TrustAnchors) ?? throw new InvalidOperationException("No manifest.");

    private static ManifestStore Store(byte[] video)
    {
        var file = new MemoryStream(video);
        return ManifestStore.Read(C2paBox.Read(file, BoxScanner.TopLevel(file).First(box => box.IsC2pa)).Data);
    }
}
