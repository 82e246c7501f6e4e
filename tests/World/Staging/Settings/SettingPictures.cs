using System.Collections.Concurrent;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging;

namespace SoraFunctions.World.Tests.Staging.Settings;

/// <summary>A carton with a label in each setting, rendered once.</summary>
internal static class SettingPictures
{
    public const int Width = 160;
    public const int Height = 90;

    private static readonly ShotAssets _assets = ShotAssets.None with { Pictures = new Dictionary<string, Texture> { ["label"] = Pictures.Label(160, 240) } };
    private static readonly ConcurrentDictionary<Setting, Lazy<(byte[] Rgb, ScreenBox Box)>> _rendered = new();

    /// <summary>Every setting there is.</summary>
    public static TheoryData<Setting> All => [.. Enum.GetValues<Setting>()];

    /// <summary>The picture, R, G, B from the top, and where the carton is in it.</summary>
    public static (byte[] Rgb, ScreenBox Box) Of(Setting setting) => _rendered.GetOrAdd(setting, key => new(() => Render(key))).Value;

    private static (byte[] Rgb, ScreenBox Box) Render(Setting setting)
    {
        var shot = Director.Stage(Order(setting), _assets, CancellationToken.None);
        using var renderer = new FilmRenderer(shot.Stage, Width, Height);
        var rgb = new byte[3 * Width * Height];
        renderer.RenderRgb(shot.States[0], shot.States[0], 0, rgb);
        return (rgb, shot.Log.SubjectBoxes[0]);
    }

    private static ShotOrder Order(Setting setting) => new()
    {
        Cast = [new() { Id = "carton", Name = "Carton", Form = Form.Box, Matter = Matter.Cardboard, Picture = "label", Height = 0.2 }],
        Format = new(Width, Height),
        Look = new(),
        Seed = 7,
        Shot = new()
        {
            Id = "golden",
            Seconds = 0.5m,
            Setting = setting,
            Subjects = ["carton"],
            Atmosphere = Atmosphere.Clear,
            Camera = new() { Move = CameraMove.Still, Framing = Framing.Medium, Elevation = 5 },
        },
    };
}
