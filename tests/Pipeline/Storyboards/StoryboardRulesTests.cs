using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class StoryboardRulesTests
{
    private static readonly Storyboard _good = new()
    {
        Title = "Ball",
        Cast = [new Subject { Id = "ball", Name = "Ball", Form = Form.Ball }],
        Shots = [new Shot { Id = "one", Seconds = 4, Subjects = ["ball"], Action = Deed.Bounce }],
        EndCard = new EndCard { Title = "Ball" },
    };

    public static TheoryData<string, Storyboard> Faulty => new()
    {
        { "title", _good with { Title = "" } },
        { "title", _good with { Title = new string('x', 121) } },
        { "language", _good with { Language = "en us" } },
        { "look.primary", _good with { Look = new Look { Primary = "red" } } },
        { "sound.tempo", _good with { Sound = new SoundPlan { Tempo = 20 } } },
        { "sound.volume", _good with { Sound = new SoundPlan { Volume = 3 } } },
        { "shots", _good with { Shots = [] } },
        { "shots", _good with { Shots = [.. Enumerable.Range(0, 3).Select(i => _good.Shots[0] with { Id = $"s{i}", Seconds = 50 })] } },
        { "shots", _good with { Shots = [_good.Shots[0], _good.Shots[0]] } },
        { "cast", _good with { Cast = [_good.Cast[0], _good.Cast[0]] } },
        { "cast[0].id", _good with { Cast = [_good.Cast[0] with { Id = "The Ball" }] } },
        { "cast[0].colour", _good with { Cast = [_good.Cast[0] with { Colour = "#12345" }] } },
        { "cast[0].height", _good with { Cast = [_good.Cast[0] with { Height = double.NaN }] } },
        { "cast[0].count", _good with { Cast = [_good.Cast[0] with { Count = 61 }] } },
        { "cast[0].picture", _good with { Cast = [_good.Cast[0] with { Picture = "abc" }] } },
        { "cast[0].picture", _good with { Cast = [_good.Cast[0] with { Picture = new string('f', 64) }] } },
        { "cast[0].model", _good with { Cast = [_good.Cast[0] with { Form = Form.Model }] } },
        { "cast[0].model", _good with { Cast = [_good.Cast[0] with { Model = new string('c', 64) }] } },
        { "cast[0].model", _good with { Cast = [_good.Cast[0] with { Form = Form.Model, Model = "abc" }] } },
        { "cast[0].model", _good with { Cast = [_good.Cast[0] with { Form = Form.Model, Model = new string('f', 64) }] } },
        { "shots[0].atmosphere", Shot(shot => shot with { Atmosphere = (Atmosphere)99 }) },
        { "shots[0].seconds", Shot(shot => shot with { Seconds = 4.01m }) },
        { "shots[0].seconds", Shot(shot => shot with { Seconds = 0.2m }) },
        { "shots[0].subjects", Shot(shot => shot with { Subjects = ["cube"] }) },
        { "shots[0].subjects", Shot(shot => shot with { Subjects = [] }) },
        { "shots[0].action", Shot(shot => shot with { Action = Deed.Collide }) },
        { "shots[0].camera.lens", Shot(shot => shot with { Camera = new Camera { Lens = 8 } }) },
        { "shots[0].camera.elevation", Shot(shot => shot with { Camera = new Camera { Elevation = 90 } }) },
        { "shots[0].caption.text", Shot(shot => shot with { Caption = new Caption(new string('x', 121)) }) },
        { "shots[0].transition.seconds", Shot(shot => shot with { Transition = new Transition(TransitionKind.Dissolve, 2) }) },
        { "end_card.seconds", _good with { EndCard = new EndCard { Title = "x", Seconds = 5 } } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_fault_names_its_field_and_what_is_accepted(string field, Storyboard storyboard)
    {
        var faults = StoryboardRules.Check(storyboard, [new string('a', 64)], [new string('c', 64)]);

        Assert.Contains(faults, fault => fault.Field == field && fault.Wrong.Length > 0 && fault.Accepted.Length > 0);
    }

    [Fact]
    public void A_good_storyboard_has_no_faults() => Assert.Empty(StoryboardRules.Check(_good));

    [Fact]
    public async Task The_writer_refuses_a_storyboard_that_cannot_be_filmed()
    {
        var request = new VideoRequest { Storyboard = Shot(shot => shot with { Subjects = ["cube"] }), Seconds = 4 };

        var refusal = await Assert.ThrowsAsync<FinalException>(() => Requests.Written(request));

        Assert.Equal("invalid_storyboard", refusal.Code);
        Assert.Contains("storyboard.shots[0].subjects", refusal.Message);
    }

    [Fact]
    public async Task A_written_storyboard_can_be_read_back_and_sent_again()
    {
        var written = (await Requests.Written(Requests.ChinesePerfume)).Storyboard;
        var json = JsonSerializer.Serialize(written, ContractJson.Default.Storyboard);

        var read = JsonSerializer.Deserialize(json, ContractJson.Default.Storyboard)!;

        Assert.Empty(StoryboardRules.Check(read, [Requests.PictureSha]));
        Assert.Equal(json, JsonSerializer.Serialize(read, ContractJson.Default.Storyboard));
    }

    private static Storyboard Shot(Func<Shot, Shot> edit) => _good with { Shots = [edit(_good.Shots[0])] };
}
