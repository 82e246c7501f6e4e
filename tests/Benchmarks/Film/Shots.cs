using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Benchmarks.Film;

/// <summary>The shots that are timed: 1280x720, 30 frames a second.</summary>
internal static class Shots
{
    private static readonly Subject Carton = new()
    {
        Id = "carton", Name = "Carton", Form = Form.Box, Matter = Matter.Cardboard, Height = 0.2, Picture = "sneaker-box/box.png",
    };

    private static readonly Subject Can = new()
    {
        Id = "can", Name = "Can", Form = Form.Can, Matter = Matter.Metal, Height = 0.122, Picture = "drink-can/label.png",
    };

    /// <summary>Their names, in the order in which they are timed: the carton in all qualities, three settings, then lengths.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["draft", "standard", "final", "wooden-table", "pool", "night-street", "30s", "60s", "120s"];

    /// <summary>The shot of that name; its pictures are named by their path below the folder of examples.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ShotOrder Named(string name) => name switch
    {
        "draft" => Studio(10, Quality.Draft),
        "standard" => Studio(10, Quality.Standard),
        "final" => Studio(10, Quality.Final),
        "wooden-table" => Order(Can, Setting.WoodenTable, Deed.Turn, CameraMove.PushIn, 10, Quality.Standard),
        "pool" => Order(Can, Setting.Pool, Deed.Float, CameraMove.Still, 10, Quality.Standard),
        "night-street" => Order(Can, Setting.NightStreet, Deed.Turn, CameraMove.PushIn, 10, Quality.Standard),
        "30s" => Studio(30, Quality.Draft),
        "60s" => Studio(60, Quality.Draft),
        "120s" => Studio(120, Quality.Draft),
        _ => throw new ArgumentException($"There is no shot {name}; there are {string.Join(", ", Names)}.", nameof(name)),
    };

    // What the peer shows too: a carton that turns above a glossy floor, the camera going round it.
    private static ShotOrder Studio(decimal seconds, Quality quality) =>
        Order(Carton, Setting.DarkStudio, Deed.Levitate, CameraMove.OrbitRight, seconds, quality);

    private static ShotOrder Order(Subject subject, Setting setting, Deed deed, CameraMove move, decimal seconds, Quality quality) => new()
    {
        Cast = [subject],
        Format = new(1280, 720),
        Look = new(),
        Quality = quality,
        Seed = 11,
        Shot = new()
        {
            Id = subject.Id, Seconds = seconds, Setting = setting, Subjects = [subject.Id], Action = deed, Camera = new() { Move = move },
        },
    };
}
