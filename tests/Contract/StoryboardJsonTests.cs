using SoraFunctions.Contract.Clips;
using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Tests;

public class StoryboardJsonTests
{
    private static readonly Storyboard _storyboard = new()
    {
        Title = "Aurelia",
        Cast = [new Subject { Id = "bottle", Name = "Aurelia", Form = Form.Bottle, Matter = Matter.Glass }],
        Shots =
        [
            new Shot
            {
                Id = "one",
                Seconds = 2.5m,
                Subjects = ["bottle"],
                Setting = Setting.MarbleCounter,
                Action = Deed.Turn,
                Camera = new Camera { Move = CameraMove.PushIn, Framing = Framing.Close },
                Caption = new Caption("Aurelia", CaptionRole.Title),
                Transition = new Transition(TransitionKind.Dissolve, 0.4m),
            },
        ],
        EndCard = new EndCard { Title = "Aurelia", Price = "$79.00" },
    };

    [Fact]
    public void A_storyboard_is_written_in_snake_case_with_hyphenated_words()
    {
        var json = JsonSerializer.Serialize(_storyboard, ContractJson.Default.Storyboard);
        Assert.Contains("\"end_card\":{\"title\":\"Aurelia\"", json, StringComparison.Ordinal);
        Assert.Contains("\"setting\":\"marble-counter\"", json, StringComparison.Ordinal);
        Assert.Contains("\"move\":\"push-in\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_storyboard_that_is_sent_back_means_the_same()
    {
        var json = JsonSerializer.Serialize(_storyboard, ContractJson.Default.Storyboard);
        var read = JsonSerializer.Deserialize(json, ContractJson.Default.Storyboard);
        Assert.Equal(json, JsonSerializer.Serialize(read, ContractJson.Default.Storyboard));
        Assert.Equal(2.5m, read!.Seconds);
    }

    [Theory]
    [InlineData("""{"title":"x","shots":[],"colour":"red"}""", "colour")]
    [InlineData("""{"title":"x"}""", "shots")]
    [InlineData("""{"title":"x","shots":[{"id":"a","seconds":1,"subjects":["b"],"setting":"moon"}]}""", "white-studio")]
    [InlineData("""{"title":"x","shots":[{"id":"a","seconds":1,"subjects":["b"],"setting":3}]}""", "white-studio")]
    public void A_storyboard_with_an_unknown_field_or_word_is_refused_with_what_is_accepted(string json, string named)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ContractJson.Default.Storyboard));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_takes_the_default_of_its_record()
    {
        const string json = """
            {"kind":"shot","order":{"shot":{"id":"a","seconds":1,"subjects":["o"]},"cast":[{"id":"o","name":"O","form":"bottle"}],
            "look":{},"format":{"width":128,"height":128},"seed":3}}
            """;
        var order = ((ShotJob)JsonSerializer.Deserialize(json, ContractJson.Default.RenderJob)!).Order;
        Assert.Equal(("world", new Camera(), 0.16, 30), (order.Engine, order.Shot.Camera, order.Cast[0].Height, order.Format.FramesPerSecond));
        Assert.Empty(JsonSerializer.Deserialize("{}", ContractJson.Default.ClipLog)!.Warnings);
    }

    [Fact]
    public void Log_without_sounds_reads_and_one_with_them_comes_back_the_same()
    {
        const string old = """
            {"contacts":[{"time":0.5,"first":"a","second":"ground","first_matter":"glass","second_matter":"wood","impulse":1,"speed":2,"mass":0.3,
            "size":0.1,"pan":0,"place":[]}],"tracks":[],"energies":[],"subject_boxes":[],"warnings":[]}
            """;
        var log = JsonSerializer.Deserialize(old, ContractJson.Default.ClipLog)!;
        Assert.Equal((0, 0.0), (log.Sound.Rubbing.Count, log.Contacts[0].Distance));
        var heard = new Heard(0.1, [0, 0.5], [1, 2]);
        log = log with
        {
            Sound = new()
            {
                Rubbing = [new(0, 0.01, "a", "ground", Matter.Metal, Matter.Wood, 1, 0.1, [1], [0], [2], heard)],
                Fractures = [new(1, "a", Matter.Glass, 0.5, 0.1, [0.01], heard)],
                Pours = [new(0, 0.05, Matter.Glass, [1e-4], [1], [0], [0.1], 0.03, heard)],
                Rain = new(250, 0.002),
                Cloths = [new(0.03, 1, [1], [1], heard)],
                Engines = [new(0.03, 1000, 0.3, [1], [1000], [1], [0], heard)],
            },
        };
        var json = JsonSerializer.Serialize(log, ContractJson.Default.ClipLog);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, ContractJson.Default.ClipLog)!, ContractJson.Default.ClipLog));
    }

    [Fact]
    public void A_job_is_told_by_its_kind_and_names_what_it_reads()
    {
        RenderJob job = new CutJob(new CutOrder
        {
            Storyboard = _storyboard,
            Clips = [new ClipAssets("aa", "bb")],
            Format = new FrameFormat(1280, 720),
            SafeZone = new SafeZone(0, 0, 0, 0),
            Seed = 1,
        });
        var json = JsonSerializer.Serialize(job, ContractJson.Default.RenderJob);
        Assert.StartsWith("{\"kind\":\"cut\"", json, StringComparison.Ordinal);
        Assert.Equal(["aa", "bb"], JsonSerializer.Deserialize(json, ContractJson.Default.RenderJob)!.Inputs);
    }

    [Theory]
    [InlineData(2.5, 75)]
    [InlineData(0.0333, 1)]
    [InlineData(10, 300)]
    public void Frames_are_counted_exactly(decimal seconds, int frames) =>
        Assert.Equal(frames, new FrameFormat(1280, 720).FramesIn(seconds));
}
