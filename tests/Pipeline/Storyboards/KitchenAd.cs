using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>A storyboard of four shots that differ in all that a wish may name.</summary>
internal static class KitchenAd
{
    public static Storyboard Board { get; } = new()
    {
        Title = "Fresh",
        Cast =
        [
            new Subject { Id = "bottle", Name = "Bottle", Form = Form.Bottle, Matter = Matter.Glass, Colour = "#1c5a3c", Height = 0.2 },
            new Subject { Id = "candle", Name = "Candle", Form = Form.Candle, Matter = Matter.Organic, Height = 0.1 },
            new Subject { Id = "ball", Name = "Ball", Form = Form.Ball, Matter = Matter.Rubber, Colour = "#c8242c", Height = 0.12, Count = 3 },
        ],
        Shots =
        [
            new Shot { Id = "a", Seconds = 3, Setting = Setting.MarbleCounter, Subjects = ["bottle"], Caption = new Caption("Fresh every day") },
            new Shot
            {
                Id = "b", Seconds = 2.5m, Setting = Setting.Kitchen, Subjects = ["bottle", "candle"], Action = Deed.Turn, Light = Light.Warm, Line = "So clean.",
                Camera = new Camera { Move = CameraMove.PullOut, Framing = Framing.Close, Lens = 70 },
            },
            new Shot
            {
                Id = "c", Seconds = 2, Setting = Setting.Beach, Subjects = ["ball"], Action = Deed.Roll, Light = Light.HighKey,
                Camera = new Camera { Move = CameraMove.Follow, Framing = Framing.Wide, Lens = 35 },
            },
            new Shot
            {
                Id = "d", Seconds = 2.5m, Setting = Setting.WoodenTable, Subjects = ["bottle"], Action = Deed.Levitate, Caption = new Caption("Try it today"),
                Camera = new Camera { Move = CameraMove.OrbitLeft }, Transition = new Transition(TransitionKind.Dissolve, 0.3m),
            },
        ],
        EndCard = new EndCard { Title = "Fresh", Price = "$19", CallToAction = "Shop now", Seconds = 2 },
    };
}
