using System.Text.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using static SoraFunctions.Local.Gallery.GalleryCast;

namespace SoraFunctions.Local.Gallery;

/// <summary>A shot for every word that the engine knows: settings, deeds, camera moves, forms, and what is in the air.</summary>
internal static class GalleryShots
{
    /// <summary>All of them.</summary>
    /// <param name="format">The raster.</param>
    /// <param name="quality">How much work goes into each frame.</param>
    public static IReadOnlyList<GalleryShot> All(FrameFormat format, Quality quality) =>
        [.. Takes.Select(take => new GalleryShot(take.Group, take.Name, Order(take.Name, take.Take, format, quality)))];

    // A model is a file that the gallery does not have.
    private static IEnumerable<(string Group, string Name, Take Take)> Takes =>
    [
        .. Group<Setting>("settings", InSetting),
        .. Group<Deed>("deeds", Doing),
        .. Group<CameraMove>("cameras", Filmed),
        .. Group<Form>("forms", Formed).Where(shot => shot.Take.Cast[0].Form != Form.Model),
        .. Group<Atmosphere>("air", InAir),
    ];

    private static IEnumerable<(string Group, string Name, Take Take)> Group<T>(string group, Func<T, Take> take)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(word => (group, JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()), take(word)));

    private sealed record Take(Setting Setting, Deed Deed, Camera Camera, decimal Seconds, params Subject[] Cast)
    {
        public Light Light { get; init; } = Light.Soft;

        public Atmosphere? Air { get; init; }
    }

    private static Take InSetting(Setting setting) => new(
        setting,
        setting is Setting.Pool or Setting.Sea ? Deed.Float : Deed.Turn,
        new() { Move = CameraMove.PushIn, Framing = Framing.Medium },
        3,
        setting is Setting.Beach or Setting.RooftopSunset or Setting.Dunes ? Box : Perfume);

    private static Take Doing(Deed deed)
    {
        var still = new Camera { Move = CameraMove.Still, Framing = Framing.Medium };
        var near = new Camera { Move = CameraMove.PushIn, Framing = Framing.Close };
        return deed switch
        {
            Deed.Stand => new(Setting.MarbleCounter, deed, near, 3, Perfume),
            Deed.Turn => new(Setting.WhiteStudio, deed, near, 3, Can),
            Deed.Drop => new(Setting.ColourStudio, deed, still, 3, Box),
            Deed.Bounce => new(Setting.WhiteStudio, deed, still, 3, Ball),
            Deed.Roll => new(Setting.WoodenTable, deed, still, 4, Can),
            Deed.Slide => new(Setting.Kitchen, deed, still, 3, Prop(Form.Book, Matter.Cardboard, 0.22, "#24506e")),
            Deed.Topple => new(Setting.WhiteStudio, deed, still, 3, Box),
            Deed.Spin => new(Setting.DarkStudio, deed, still, 4, Prop(Form.Cone, Matter.Wood, 0.09, "#c8552b")),
            Deed.Levitate => new(Setting.DarkStudio, deed, near, 4, Perfume),
            Deed.Shower => new(Setting.MarbleCounter, deed, still, 5, Perfume, Petals),
            Deed.Collide => new(Setting.WhiteStudio, deed, still, 3, Prop(Form.Cube, Matter.Wood, 0.1, "#c99a5b"), Ball),
            Deed.Swing => new(Setting.DarkStudio, deed, still, 4, Prop(Form.Ball, Matter.Metal, 0.08)),
            Deed.Float => new(Setting.Pool, deed, still, 4, Prop(Form.Ball, Matter.Plastic, 0.2, "#f2a11f")),
            Deed.SplashIn => new(Setting.Pool, deed, still, 4, Prop(Form.Fruit, Matter.Organic, 0.09, "#f0c419")),
            Deed.Pour => new(Setting.Kitchen, deed, near, 4, Prop(Form.DrinkingGlass, Matter.Glass, 0.13)),
            Deed.Shatter => new(Setting.DarkStudio, deed, still, 3, Prop(Form.Cup, Matter.Ceramic, 0.1)),
            Deed.Unbox => new(Setting.GiftRoom, deed, still, 4, Perfume),
            Deed.Assemble => new(Setting.DarkStudio, deed, still, 4, Can),
            Deed.FlyThrough => new(Setting.ColourStudio, deed, still, 3, Box, Ball with { Height = 0.07, Count = 14 }),
            Deed.Orbit => new(Setting.Space, deed, still, 4, Perfume, Prop(Form.Ball, Matter.Metal, 0.02, "#d9c9a3", 7)),
            Deed.Billow => new(Setting.CurtainPodium, deed, still, 4, Perfume),
            Deed.Ripple => new(Setting.Pool, deed, still, 4, Prop(Form.Boat, Matter.Wood, 0.12)),
            Deed.Drive => new(Setting.NightStreet, deed, still, 5, Prop(Form.Car, Matter.Metal, 1.35, "#9b1720")),
            Deed.Pirouette => new(Setting.DarkStudio, deed, still, 4, Prop(Form.Mannequin, Matter.Wood, 1.7)),
            Deed.BackFlip => new(Setting.Sea, deed, still, 4, Prop(Form.Mannequin, Matter.Wood, 1.7), Prop(Form.PaddleBoard, Matter.Plastic, 3.2, "#e9e4dc")),
            _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "has no shot in the gallery"),
        };
    }

    private static Take Filmed(CameraMove move) => new(
        Setting.WoodenTable, Deed.Stand, new() { Move = move, Framing = move == CameraMove.MacroGlide ? Framing.Macro : Framing.Medium, Aperture = 2.8 }, 3,
        Can, Prop(Form.Fruit, Matter.Organic, 0.075, "#e98f1d", 4));

    private static Take Formed(Form form)
    {
        var (matter, height) = form switch
        {
            Form.Fruit or Form.Leaf or Form.Petal => (Matter.Organic, 0.08),
            Form.DrinkingGlass or Form.Bottle => (Matter.Glass, 0.16),
            Form.Ring or Form.Coin => (Matter.Metal, 0.03),
            Form.IceCube => (Matter.Ice, 0.04),
            Form.Chair or Form.Table => (Matter.Wood, 0.85),
            Form.Mannequin => (Matter.Wood, 1.75),
            Form.Tree or Form.Building => (Matter.Wood, 4.8),
            Form.Car => (Matter.Metal, 1.4),
            Form.Boat or Form.PaddleBoard => (Matter.Wood, 2.4),
            Form.Cat => (Matter.Plastic, 0.3),
            Form.Book or Form.Card or Form.Box => (Matter.Cardboard, 0.2),
            _ => (Matter.Ceramic, 0.12),
        };

        // White things before a white wall show little of their shape.
        var colour = matter switch { Matter.Ceramic => "#3f7f8c", Matter.Plastic => "#d98a3d", _ => null };
        var pictured = form is Form.Card or Form.Pouch or Form.Slab;
        return new(
            Setting.WhiteStudio, Deed.Turn, new() { Move = CameraMove.Still, Framing = Framing.Medium, Elevation = 14 }, 2,
            Prop(form, matter, height, colour) with { Picture = pictured ? "sneaker-box/box.png" : null });
    }

    private static Take InAir(Atmosphere air) => new(
        air is Atmosphere.Snow ? Setting.Snow : air is Atmosphere.Rain ? Setting.NightStreet : Setting.DarkStudio,
        Deed.Stand, new() { Move = CameraMove.PushIn, Framing = Framing.Medium }, 3, Can)
    {
        Light = Light.Rim,
        Air = air,
    };

    private static ShotOrder Order(string name, Take take, FrameFormat format, Quality quality) => new()
    {
        Cast = take.Cast,
        Format = format,
        Look = new(),
        Quality = quality,
        Seed = 11,
        Shot = new()
        {
            Id = name,
            Seconds = take.Seconds,
            Setting = take.Setting,
            Subjects = [.. take.Cast.Select(subject => subject.Id)],
            Action = take.Deed,
            Camera = take.Camera,
            Light = take.Light,
            Atmosphere = take.Air,
        },
    };
}
