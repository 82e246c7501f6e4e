using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Local.Gallery;

/// <summary>Who appears in the gallery: the products of the examples, and props.</summary>
internal static class GalleryCast
{
    public static Subject Perfume { get; } = new()
    {
        Id = "perfume", Name = "Perfume", Form = Form.Bottle, Matter = Matter.Glass, Height = 0.14, Picture = "perfume/bottle.png",
    };

    public static Subject Can { get; } = new()
    {
        Id = "can", Name = "Can", Form = Form.Can, Matter = Matter.Metal, Height = 0.122, Picture = "drink-can/label.png",
    };

    public static Subject Box { get; } = new()
    {
        Id = "box", Name = "Sneaker box", Form = Form.Box, Matter = Matter.Cardboard, Height = 0.2, Picture = "sneaker-box/box.png",
    };

    public static Subject Ball { get; } = Prop(Form.Ball, Matter.Rubber, 0.12, "#d01f2c");

    public static Subject Petals { get; } = Prop(Form.Petal, Matter.Organic, 0.045, "#e8899c", 26);

    public static Subject Prop(Form form, Matter matter, double height, string? colour = null, int count = 1, string? id = null) => new()
    {
        Id = id ?? form.ToString().ToLowerInvariant(), Name = form.ToString(), Form = form, Matter = matter, Height = height, Colour = colour, Count = count,
    };
}
