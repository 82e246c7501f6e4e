using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class DefinitionTests
{
    private static readonly SoftwareAgent Engine = new("world", "1.0");
    private static readonly ActionDefinition Created = ActionDefinition.Created(DigitalSourceType.AlgorithmicMedia, Engine);
    private static readonly IngredientDefinition Parent = new(IngredientRelationship.ParentOf, "parent.mp4", "video/mp4");
    private static readonly IngredientDefinition Product = new(IngredientRelationship.ComponentOf, "product.png", "image/png");

    public static TheoryData<string, ManifestDefinition> Broken
    {
        get
        {
            var good = Samples.Definition();
            return new()
            {
                { "Title", good with { Title = " " } },
                { "Generator.Name", good with { Generator = new SoftwareAgent("") } },
                { "ManifestId", good with { ManifestId = Guid.Empty } },
                { "Actions must begin", good with { Actions = [] } },
                { "Actions must begin", good with { Actions = [ActionDefinition.Edited(DigitalSourceType.Composite, Engine), Created] } },
                { "exactly one", good with { Actions = [Created, Created] } },
                { "DigitalSourceType", good with { Actions = [new ActionDefinition("c2pa.created")] } },
                { "positions in Ingredients", good with { Actions = [Created with { Ingredients = [0] }] } },
                { "one ParentOf", good with { Ingredients = [Parent, Parent], Actions = [ActionDefinition.Opened(0)] } },
                { "exactly one ParentOf", good with { Ingredients = [Product], Actions = [ActionDefinition.Opened(0)] } },
                { "c2pa.opened", good with { Ingredients = [Parent], Actions = [Created with { Ingredients = [0] }] } },
                { "ComponentOf", good with { Actions = [Created, ActionDefinition.Placed()] } },
                { "SoftBindings", good with { Actions = [Created, new ActionDefinition("c2pa.watermarked")] } },
                { "sourceLanguage", good with { Actions = [Created, new ActionDefinition("c2pa.translated")] } },
                { "StoryboardSha256", good with { Generation = good.Generation! with { StoryboardSha256 = "abc" } } },
                { "Constraint", good with { TrainingMining = TrainingMiningPolicy.NothingAllowed with { Inference = DataUse.Constrained } } },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_definition_that_readers_would_refuse_is_refused_by_field(string field, ManifestDefinition definition)
    {
        var error = Assert.Throws<ArgumentException>(() => Samples.Stamp(Samples.Video("faststart"), definition));
        Assert.Contains(field, error.Message);
    }

    [Fact]
    public void The_same_definition_gives_the_same_file_but_for_the_signature()
    {
        var first = Samples.Stamp(Samples.Video("faststart"), out var one);
        var second = Samples.Stamp(Samples.Video("faststart"), out var two);

        Assert.Equal(one, two with { Warnings = one.Warnings, NewStart = one.NewStart });
        var different = Enumerable.Range(0, first.Length).Where(at => first[at] != second[at]).ToList();
        Assert.True(different.Count == 0 || different[^1] - different[0] < 64, "More than the 64 bytes of the signature differ.");
    }

    [Fact]
    public void An_id_follows_from_its_key_and_has_the_form_of_version_4()
    {
        Assert.Equal(ContentId.From("a"), ContentId.From("a"));
        Assert.NotEqual(ContentId.From("a"), ContentId.From("b"));
        Assert.Equal(4, ContentId.From("a").Version);
    }

    [Fact]
    public void The_report_repeats_what_was_stated()
    {
        var report = Samples.Verify(Samples.Stamp(Samples.Video("faststart"), Everything()));

        Assert.Equal(Samples.Definition().Generation! with { Model = "none", Warnings = report.Generation!.Warnings }, report.Generation);
        Assert.Equal(["The smoke was left out."], report.Generation!.Warnings);
        Assert.Equal("notAllowed", report.TrainingMining["cawg.ai_training"]);
        Assert.Equal("constrained", report.TrainingMining["cawg.data_mining"]);
        Assert.Equal([("com.sorafunctions.watermark.1", "0102"), ("com.sorafunctions.fingerprint.1", new string('0', 640))], report.SoftBindings.Select(one => (one.Algorithm, one.Value)));
        Assert.Contains("\"state\": \"Trusted\"", report.ToJson());
        Assert.Contains("商品视频", report.ToJson());
    }

    [PeerFact]
    public void Both_validators_accept_everything_we_can_write()
    {
        var file = Samples.Save(Samples.Stamp(Samples.Video("faststart"), Everything()), "everything");

        var official = Assert.Single(Peers.Official(Samples.Identity.Value.RootPem, file));
        var second = Assert.Single(Peers.Second(file));

        Assert.True(Peers.State(official) == "Trusted", official.ToString());
        Assert.True(second.GetProperty("valid").GetBoolean(), second.ToString());
    }

    private static ManifestDefinition Everything() => Samples.Definition("everything") with
    {
        Title = "商品视频",
        AllActionsIncluded = true,
        Generation = Samples.Definition().Generation! with { Model = "none", Warnings = ["The smoke was left out."] },
        TrainingMining = TrainingMiningPolicy.NothingAllowed with { DataMining = DataUse.Constrained, Constraint = "Ask first." },
        SoftBindings = [new SoftBinding("com.sorafunctions.watermark.1", new byte[] { 1, 2 }), new SoftBinding("com.sorafunctions.fingerprint.1", new byte[320])],
        ThumbnailJpeg = new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 },
        Ingredients = [Product, new IngredientDefinition(IngredientRelationship.InputTo, "storyboard.json", "application/json") { Description = "What was ordered" }],
        Actions =
        [
            ActionDefinition.Created(DigitalSourceType.CompositeSynthetic, Engine, 1),
            ActionDefinition.Placed(0),
            ActionDefinition.Translated("en", "zh-Hans"),
            new ActionDefinition("c2pa.watermarked") { SoftwareAgent = Engine, Description = "An invisible mark" },
            new ActionDefinition("com.sorafunctions.labelled") { Parameters = new Dictionary<string, string> { ["com.sorafunctions.label"] = "visible" } },
        ],
    };
}
