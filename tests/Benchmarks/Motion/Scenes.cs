using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Pictures;
using SoraFunctions.World.Gltf;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging;

namespace SoraFunctions.Benchmarks.Motion;

/// <summary>The shots that are made to be measured: 640x360, 2 s, a can.</summary>
internal static class Scenes
{
    private static readonly Subject Can = new()
    {
        Id = "can", Name = "Can", Form = Form.Can, Matter = Matter.Metal, Height = 0.122, Picture = "drink-can/label.png",
    };

    /// <summary>A camera or a turntable moves.</summary>
    public static IEnumerable<(string Name, ShotOrder Order)> Moving =>
    [
        ("push-in", Order(Setting.WoodenTable, Deed.Stand, CameraMove.PushIn)),
        ("orbit", Order(Setting.DarkStudio, Deed.Stand, CameraMove.OrbitRight)),
        ("turntable", Order(Setting.WhiteStudio, Deed.Turn, CameraMove.Still)),
    ];

    /// <summary>Nothing moves, once time stands still.</summary>
    public static IEnumerable<(string Name, ShotOrder Order)> Still =>
        new[] { Setting.WoodenTable, Setting.DarkStudio, Setting.Beach, Setting.NightStreet }
            .Select(setting => ($"still {setting}", Order(setting, Deed.Stand, CameraMove.Still)));

    /// <summary>Films a shot; its first instant again and again where time stands still.</summary>
    /// <param name="order">The shot.</param>
    /// <param name="frozen">Whether time stands still.</param>
    /// <param name="examples">Folder of the pictures that the shot names.</param>
    /// <param name="path">The file to make.</param>
    public static async Task Film(ShotOrder order, bool frozen, string examples, string path)
    {
        var shot = await Stage(order, examples);
        using var renderer = new FilmRenderer(shot.Stage, order.Format.Width, order.Format.Height, order.Quality);
        await using var writer = new VideoWriter(path, order.Format);
        for (var i = 0; i < shot.States.Count; i++)
        {
            var state = shot.States[frozen ? 0 : i];
            var buffer = writer.Rent();
            renderer.Render(frozen ? state : i > 0 ? shot.States[i - 1] : shot.Before, state, i, buffer);
            await writer.Write(buffer, CancellationToken.None);
        }

        await writer.Complete(CancellationToken.None);
    }

    /// <summary>Stages a shot.</summary>
    /// <param name="order">The shot.</param>
    /// <param name="examples">Folder of the pictures that the shot names.</param>
    public static async Task<StagedShot> Stage(ShotOrder order, string examples)
    {
        Dictionary<string, Texture> pictures = [];
        foreach (var name in order.Cast.Select(subject => subject.Picture).OfType<string>().Distinct())
        {
            var picture = await PictureDecoder.Decode(Path.Combine(examples, name), CancellationToken.None);
            pictures[name] = new(picture.Width, picture.Height, picture.Rgba);
        }

        return Director.Stage(order, new(pictures, new Dictionary<string, Model>()), CancellationToken.None);
    }

    private static ShotOrder Order(Setting setting, Deed deed, CameraMove move) => new()
    {
        Cast = [Can],
        Format = new(640, 360),
        Look = new(),
        Seed = 11,
        Shot = new() { Id = Can.Id, Seconds = 2, Setting = setting, Subjects = [Can.Id], Action = deed, Camera = new() { Move = move } },
    };
}
