using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.World;

namespace SoraFunctions.Benchmarks.Cuts;

/// <summary>An advertisement of ten seconds with music, a voice, captions and an end card.</summary>
internal static class Advertisement
{
    private const string Picture = "perfume/bottle.png";
    private const long Seed = 7;

    /// <summary>The rasters that are measured: of the web, and of telephones.</summary>
    public static IReadOnlyList<string> Rasters { get; } = ["1280x720", "1080x1920"];

    /// <summary>Films its shots, one after the other.</summary>
    public static async Task Film(string raster, string folder)
    {
        foreach (var shot in Board.Shots)
        {
            var order = new ShotOrder { Shot = shot, Cast = Board.Cast, Format = FormatOf(raster), Look = Board.Look, Quality = Quality.Standard, Seed = Seed };
            await new WorldEngine().Render(order, picture => Path.Combine(Checkout.Examples, picture), Directory.CreateDirectory(Path.Combine(folder, shot.Id)).FullName, new Progress<double>(), default);
        }
    }

    /// <summary>Cuts them.</summary>
    public static Task Cut(string raster, string folder)
    {
        var order = new CutOrder
        {
            Storyboard = Board,
            Clips = [.. Board.Shots.Select(shot => new ClipAssets($"{shot.Id}/{OutputNames.Clip}", $"{shot.Id}/{OutputNames.Log}"))],
            Format = FormatOf(raster),
            SafeZone = new SafeZone(0.05, 0.13, 0.05, 0.12),
            Label = "AI-generated",
            Link = "https://shop.example.com/products/aurelia",
            Seed = Seed,
        };
        return CutRoom.Make(order, name => Path.Combine(folder, name), Directory.CreateDirectory(Path.Combine(folder, "made")).FullName, new Progress<double>(), default);
    }

    private static FrameFormat FormatOf(string raster) => new(int.Parse(raster.Split('x')[0]), int.Parse(raster.Split('x')[1]));

    private static Storyboard Board => new()
    {
        Title = "Aurelia Eau de Parfum",
        Look = new Look { Primary = "#e8d3b5", Accent = "#b48a3c", Mood = Mood.Elegant },
        Cast =
        [
            new Subject { Id = "product", Name = "Aurelia Eau de Parfum", Form = Form.Bottle, Matter = Matter.Glass, Height = 0.14, Picture = Picture },
            new Subject { Id = "petal", Name = "Petal", Form = Form.Petal, Matter = Matter.Organic, Colour = "#b48a3c", Height = 0.03, Count = 24 },
        ],
        Shots =
        [
            Shot("hook", 2.6m, Deed.Turn, Framing.Medium, "Aurelia Eau de Parfum", CaptionRole.Title),
            Shot("feature", 2.4m, Deed.Stand, Framing.Close, "A warm amber scent with bergamot", CaptionRole.Line),
            Shot("moment", 2.1m, Deed.Shower, Framing.Medium, "Twelve hours on the skin", CaptionRole.Line) with { Subjects = ["product", "petal"] },
            Shot("end", 2.9m, Deed.Stand, Framing.Close, null, CaptionRole.Line) with { Line = "Aurelia Eau de Parfum. Shop now." },
        ],
        EndCard = new EndCard { Title = "Aurelia Eau de Parfum", Price = "$79", CallToAction = "Shop now", Brand = "Maison Aurelia", Seconds = 2.5m },
    };

    private static Shot Shot(string id, decimal seconds, Deed deed, Framing framing, string? words, CaptionRole role) => new()
    {
        Id = id,
        Seconds = seconds,
        Setting = Setting.MarbleCounter,
        Subjects = ["product"],
        Action = deed,
        Camera = new() { Move = CameraMove.PushIn, Framing = framing },
        Light = Light.Warm,
        Caption = words is null ? null : new Caption(words, role),
        Line = words,
        Transition = id == "hook" ? new() : new Transition(TransitionKind.Dissolve, 0.4m),
    };
}
