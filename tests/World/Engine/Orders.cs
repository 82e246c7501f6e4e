using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.World.Tests.Engine;

/// <summary>Small orders for tests.</summary>
internal static class Orders
{
    public static ShotOrder Of(Deed deed, decimal seconds, FrameFormat format, params Subject[] cast) => new()
    {
        Cast = cast,
        Format = format,
        Look = new(),
        Seed = 5,
        Shot = new()
        {
            Id = "test",
            Seconds = seconds,
            Subjects = [.. cast.Select(subject => subject.Id)],
            Action = deed,
            Camera = new() { Move = CameraMove.Still, Framing = Framing.Wide, Elevation = 0 },
        },
    };

    public static Subject Ball(double height = 0.2) =>
        new() { Id = "ball", Name = "Ball", Form = Form.Ball, Matter = Matter.Rubber, Colour = "#d01818", Height = height };
}
