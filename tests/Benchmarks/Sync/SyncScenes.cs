using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Benchmarks.Sync;

/// <summary>The shots in which things meet: what the examples show, and the deeds with impacts.</summary>
internal static class SyncScenes
{
    private static readonly Subject _red = new()
    {
        Id = "ball", Name = "Ball", Form = Form.Ball, Matter = Matter.Ceramic, Height = 0.1, Colour = "#d81010",
    };

    /// <summary>The shots by name; the first one's ball is red, so that a threshold finds it in the picture.</summary>
    public static IEnumerable<(string Name, ShotOrder Order)> All =>
    [
        (Tracked, Order(Setting.WhiteStudio, Deed.Bounce, 2.4m, [_red])),
        ("ball on marble", Order(Setting.MarbleCounter, Deed.Drop, 2, [_red with { Colour = null }])),
        ("can on wood", Order(Setting.WoodenTable, Deed.Drop, 2, [Thing(Form.Can, Matter.Metal, 0.122) with { Picture = "drink-can/label.png" }])),
        ("carton in kitchen", Order(Setting.Kitchen, Deed.Drop, 2, [Thing(Form.Box, Matter.Cardboard, 0.15)])),
        ("bottle topples", Order(Setting.BathroomShelf, Deed.Topple, 3, [Thing(Form.Bottle, Matter.Glass, 0.2)])),
        ("balls collide", Order(Setting.WoodenTable, Deed.Collide, 3, [Thing(Form.Ball, Matter.Wood, 0.07), Thing(Form.Ball, Matter.Metal, 0.05) with { Id = "other" }])),
        ("vase breaks", Order(Setting.DarkStudio, Deed.Shatter, 2.5m, [Thing(Form.Cup, Matter.Ceramic, 0.12)])),
        ("bottle into sea", Order(Setting.Sea, Deed.SplashIn, 2, [Thing(Form.Bottle, Matter.Glass, 0.2)])),
        ("wooden balls rain", Order(Setting.RooftopSunset, Deed.Shower, 2.5m, [Thing(Form.Bottle, Matter.Glass, 0.2), Thing(Form.Ball, Matter.Wood, 0.04) with { Id = "other", Count = 9 }])),
    ];

    /// <summary>Shots that nothing was set by: other seeds, places, bodies and matters.</summary>
    public static IEnumerable<(string Name, ShotOrder Order)> Others =>
    [
        ("rubber ball, kitchen", Order(Setting.Kitchen, Deed.Bounce, 2.4m, [Thing(Form.Ball, Matter.Rubber, 0.12)]) with { Seed = 23 }),
        ("steel ball, wood", Order(Setting.WoodenTable, Deed.Drop, 2, [Thing(Form.Ball, Matter.Metal, 0.06)]) with { Seed = 42 }),
        ("wooden box, rooftop", Order(Setting.RooftopSunset, Deed.Drop, 2, [Thing(Form.Box, Matter.Wood, 0.2)]) with { Seed = 5 }),
        ("plastic bottle topples", Order(Setting.MarbleCounter, Deed.Topple, 3, [Thing(Form.Bottle, Matter.Plastic, 0.24)]) with { Seed = 77 }),
        ("stone and glass balls", Order(Setting.DarkStudio, Deed.Collide, 3, [Thing(Form.Ball, Matter.Stone, 0.08), Thing(Form.Ball, Matter.Glass, 0.06) with { Id = "other" }]) with { Seed = 311 }),
    ];

    /// <summary>Name of the shot whose first subject is followed in the decoded picture.</summary>
    public const string Tracked = "ball bounces";

    private static Subject Thing(Form form, Matter matter, double height) => new() { Id = "thing", Name = "Thing", Form = form, Matter = matter, Height = height };

    private static ShotOrder Order(Setting setting, Deed deed, decimal seconds, Subject[] cast) => new()
    {
        Cast = cast,
        Format = new(640, 360, 60),
        Look = new(),
        Seed = 11,
        Quality = Quality.Draft,
        Shot = new() { Id = "shot", Seconds = seconds, Setting = setting, Subjects = [.. cast.Select(subject => subject.Id)], Action = deed },
    };
}
