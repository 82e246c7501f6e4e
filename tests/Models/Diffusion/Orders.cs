using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Models.Tests.Diffusion;

/// <summary>Shot orders to test with.</summary>
public static class Orders
{
    public static ShotOrder Small(decimal seconds = 0.5m, long seed = 7, string? brief = "a red bottle on the table", int width = 128, int height = 128) => new()
    {
        Engine = "diffusion",
        Shot = new() { Id = "shot-1", Seconds = seconds, Subjects = ["bottle"] },
        Cast = [new() { Id = "bottle", Name = "bottle", Form = Form.Bottle }],
        Look = new(),
        Format = new(width, height, 24),
        Brief = brief,
        Seed = seed,
    };

    /// <summary>The same with a picture of the first subject.</summary>
    public static ShotOrder WithPicture(this ShotOrder order, string hash) => order with { Cast = [order.Cast[0] with { Picture = hash }] };
}
