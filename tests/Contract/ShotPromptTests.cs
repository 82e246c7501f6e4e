using SoraFunctions.Contract.Prompts;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Tests;

public class ShotPromptTests
{
    private static readonly Subject _ball = new() { Id = "ball", Name = "Ball", Form = Form.Ball, Matter = Matter.Rubber, Colour = "#d3202c" };
    private static readonly Subject _petals = new() { Id = "petal", Name = "Petal", Form = Form.Petal, Matter = Matter.Organic, Colour = "#e8909f", Count = 24 };

    private static readonly Subject _bottle = new()
    {
        Id = "product", Name = "Rosée Eau de Parfum", Form = Form.Bottle, Matter = Matter.Glass, Picture = new string('a', 64),
    };

    [Fact]
    public void A_product_shot_is_said_as_films_are_captioned() => Assert.Equal(
        "Medium shot of many pink petals raining down around a glass bottle named Rosée Eau de Parfum on a polished marble counter in "
        + "a bright room. Warm golden low light, camera slowly pushing in, shallow depth of field. Elegant and precious mood, ivory and "
        + "rose palette, photorealistic, highly detailed, smooth natural motion.",
        ShotPrompt.Of(Order([_bottle, _petals], Setting.MarbleCounter, Deed.Shower) with
        {
            Shot = Take([_bottle, _petals], Setting.MarbleCounter, Deed.Shower) with { Light = Light.Warm },
            Look = new Look { Primary = "#f3e9e2", Accent = "#b4536a" },
        }));

    [Fact]
    public void A_thing_has_number_colour_and_material() => Assert.StartsWith(
        "Wide shot of three red rubber balls falling and bouncing in place on a sandy beach under an open sky, rain falling and splashing.",
        ShotPrompt.Of(Order([_ball with { Count = 3 }], Setting.Beach, Deed.Bounce) with
        {
            Shot = Take([_ball], Setting.Beach, Deed.Bounce) with { Camera = new Camera { Framing = Framing.Wide }, Atmosphere = Atmosphere.Rain },
        }),
        StringComparison.Ordinal);

    [Fact]
    public void The_callers_own_words_lead_and_the_camera_follows() => Assert.Equal(
        "A grey wolf runs through deep snow. Medium shot. Soft diffused light, tracking camera following the subject, shallow depth of "
        + "field. Epic cinematic mood with strong contrast, ivory and terracotta palette, photorealistic, highly detailed, smooth natural motion.",
        ShotPrompt.Of(Order([_ball], Setting.WhiteStudio, Deed.Stand) with
        {
            Brief = "A grey wolf\nruns through deep snow",
            Shot = Take([_ball], Setting.WhiteStudio, Deed.Stand) with { Camera = new Camera { Move = CameraMove.Follow } },
            Look = new Look { Mood = Mood.Epic },
        }));

    [Fact]
    public void Beside_a_brief_a_shot_says_only_what_the_brief_names_or_the_caller_sent()
    {
        var named = ShotPrompt.Of(Order([_ball], Setting.WhiteStudio, Deed.Roll) with { Brief = "Red balls roll, then a cup falls." });
        Assert.StartsWith("Red balls roll, then a cup falls. Medium shot of a red rubber ball rolling through the frame.", named, StringComparison.Ordinal);

        var sent = ShotPrompt.Of(Order([_bottle], Setting.Snow, Deed.Turn) with { Brief = "Winter sale!" });
        Assert.StartsWith("Winter sale! Medium shot of a glass bottle named Rosée Eau de Parfum turning slowly on a turntable on fresh snow", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Background_of_a_shot_is_its_place_alone_before_a_still_camera()
    {
        var order = Order([_bottle, _petals], Setting.MarbleCounter, Deed.Shower) with { PlateBy = new("diffusion", "7"), Brief = "A bottle falls." };
        var background = order.Background();
        Assert.Equal(("diffusion", "7", null), (background.Engine, background.EngineVersion, background.PlateBy));
        Assert.True(background.Bare);
        Assert.StartsWith(
            "Medium shot of an empty scene on a polished marble counter in a bright room, nobody and nothing standing in it, clear space in the "
            + "middle. Soft diffused light, static locked-off camera,",
            ShotPrompt.Of(background),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_brief_in_another_script_follows_the_terms() => Assert.Matches(
        "^Medium shot of a tennis ball .*motion\\. 一只网球滚过沙滩\\.$",
        ShotPrompt.Of(Order([_ball with { Id = "tennis-ball", Name = "网球", Form = Form.Disc, Colour = null }], Setting.Beach, Deed.Roll) with { Brief = "一只网球滚过沙滩" }));

    [Fact]
    public void Words_to_be_shown_are_left_to_the_cut() =>
        Assert.StartsWith(
            "A can with the words on ice. Medium shot",
            ShotPrompt.Of(Order([_ball], Setting.Snow, Deed.Turn) with { Brief = "A can with the words \"50% off today\" on ice." }),
            StringComparison.Ordinal);

    [Fact]
    public void A_long_brief_is_cut_at_a_sentence()
    {
        var prompt = ShotPrompt.Of(Order([_ball], Setting.Snow, Deed.Turn) with { Brief = string.Concat(Enumerable.Repeat("The river runs on and on. ", 60)) });
        Assert.InRange(prompt.Length, 500, 900);
        Assert.Contains("on and on. Medium shot.", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_term_has_words_of_its_own()
    {
        var order = Order([_ball], Setting.Beach, Deed.Turn);
        var shot = order.Shot;
        Distinct<Setting>(value => order with { Shot = shot with { Setting = value } });
        Distinct<Deed>(value => order with { Shot = shot with { Action = value } });
        Distinct<Deed>(value => order with { Shot = shot with { Action = value }, Cast = [_ball, _petals] });
        Distinct<Atmosphere>(value => order with { Shot = shot with { Atmosphere = value } });
        Distinct<Light>(value => order with { Shot = shot with { Light = value } });
        Distinct<Framing>(value => order with { Shot = shot with { Camera = shot.Camera with { Framing = value } } });
        Distinct<CameraMove>(value => order with { Shot = shot with { Camera = shot.Camera with { Move = value } } });
        Distinct<Mood>(value => order with { Look = new Look { Mood = value } });
        Distinct<Matter>(value => order with { Cast = [_ball with { Matter = value }] });
        Distinct<Form>(value => order with { Cast = [_bottle with { Form = value, Matter = Matter.Organic }] }, "card is a product like a model");
    }

    [Fact]
    public void Numbers_and_terms_of_the_contract_never_reach_the_model()
    {
        foreach (var deed in Enum.GetValues<Deed>())
        {
            foreach (var setting in Enum.GetValues<Setting>())
            {
                Assert.DoesNotMatch("[0-9#_{}]", ShotPrompt.Of(Order([_ball with { Count = 40 }, _bottle, _petals], setting, deed)));
            }
        }
    }

    [Theory]
    [InlineData("leaf", 2, "two leaves")]
    [InlineData("ice-cube", 1, "an ice cube")]
    [InlineData("glass-of-milk", 3, "three glasses of milk")]
    [InlineData("box", 13, "many boxes")]
    [InlineData("strawberry", 5, "five strawberries")]
    public void Things_are_counted_in_words(string id, int count, string words)
    {
        var thing = new Subject { Id = id, Name = "物", Form = Form.Candle, Count = count };
        Assert.Contains($"of {words} ", ShotPrompt.Of(Order([thing], Setting.Snow, Deed.Stand)), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_add_their_own_faults_to_what_is_unwanted()
    {
        var order = Order([_ball], Setting.Snow, Deed.Stand);
        Assert.DoesNotContain("fingers", ShotPrompt.Negative(order), StringComparison.Ordinal);
        Assert.Contains("fingers", ShotPrompt.Negative(order with { Cast = [new Subject { Id = "dancer", Name = "Dancer", Form = Form.Mannequin }] }), StringComparison.Ordinal);
    }

    private static void Distinct<T>(Func<T, ShotOrder> order, string? twins = null)
        where T : struct, Enum
    {
        var prompts = Enum.GetValues<T>().Select(value => ShotPrompt.Of(order(value))).ToList();
        Assert.Equal(prompts.Count - (twins is null ? 0 : 1), prompts.Distinct().Count());
    }

    private static ShotOrder Order(IReadOnlyList<Subject> cast, Setting setting, Deed deed) => new()
    {
        Shot = Take(cast, setting, deed),
        Cast = cast,
        Look = new Look(),
        Format = new FrameFormat(640, 360),
        Seed = 1,
    };

    private static Shot Take(IReadOnlyList<Subject> cast, Setting setting, Deed deed) =>
        new() { Id = "shot-1", Seconds = 2, Setting = setting, Subjects = [.. cast.Select(subject => subject.Id)], Action = deed };
}
