using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Makes the props: things of everyday life that no picture is needed for.</summary>
internal static class PropMaker
{
    /// <summary>Draws a prop; null for a form that is none.</summary>
    /// <param name="subject">What to make.</param>
    /// <param name="plain">Its matter and colour.</param>
    /// <param name="printed">The same with its picture; null without one.</param>
    /// <param name="density">Of its matter, kg/m3.</param>
    /// <param name="random">Chance.</param>
    public static Draft? Draw(Subject subject, Material plain, Material? printed, double density, Random random)
    {
        var h = subject.Height;
        var figured = subject.Matter == Matter.Wood ? plain with { Picture = Grain.Of(plain.Colour, random) } : plain;
        return subject.Form switch
        {
            Form.Fruit => Fruit.Make(h, subject.Colour is null ? plain with { Colour = Red } : plain, random),
            Form.Leaf => Leaf.Make(h, subject.Colour is null ? plain with { Colour = Substances.Foliage.Colour } : plain, random),
            Form.Ribbon => Ribbon.Make(h, plain, random),
            Form.DrinkingGlass => DrinkingGlass.Make(h, subject.Matter == Matter.Glass ? plain with { Colour = new(0.97f) } : Clear, Drink(subject, plain), subject.Matter == Matter.Ice ? 3 : 0, random),
            Form.Book => Book.Make(h, plain, printed, Substances.Brass),
            Form.Candle => Candle.Make(h, plain, random),
            Form.IceCube => IceCube.Make(h, plain, random),
            Form.Coin => Coin.Make(h, subject.Matter == Matter.Metal ? plain : Substances.Brass with { Colour = subject.Colour is null ? Substances.Brass.Colour : plain.Colour }),
            Form.Chair => Furniture.Chair(h, figured),
            Form.Table => Furniture.Table(h, figured),
            Form.Tree => Tree.Make(h, subject.Matter == Matter.Organic && subject.Colour is not null ? Substances.Foliage with { Colour = plain.Colour } : Substances.Foliage, Substances.Bark, density, random),
            Form.Building => Building.Make(h, plain with { Roughness = Math.Max(plain.Roughness, 0.6f), Metallic = 0, Transmission = 0 }, new(1.5f, 1.1f, 0.6f), random),
            Form.Boat => Boat.Make(h, figured, Substances.Wood(new(0.3f, 0.155f, 0.065f), random)),
            Form.PaddleBoard => PaddleBoard.Make(h, plain, Pad),
            Form.Car => Car.Make(h, plain).Draft(),
            Form.Mannequin => Mannequin.Make(h, plain, random, subject.Matter == Matter.Wood).Draft(Posture.Rest),
            Form.Cat => Cat.Make(h, plain, density).Draft(Posture.Rest),
            _ => null,
        };
    }

    private static Vector3 Red { get; } = new(0.58f, 0.035f, 0.03f);

    private static Material Pad { get; } = new() { Colour = new(0.06f, 0.065f, 0.07f), Roughness = 0.9f };

    private static Material Clear { get; } = new() { Colour = new(0.98f), Roughness = 0.03f, Transmission = 0.95f, ClearCoat = 1 };

    // Across the whole glass a drink has the colour that is asked for; water when none is.
    private static Material Drink(Subject subject, Material plain)
    {
        var seen = subject.Colour is null ? new(0.8f, 0.9f, 0.92f) : Vector3.Clamp(plain.Colour, new(0.01f), Vector3.One);
        var depth = Math.Clamp(0.6f * (float)subject.Height / 0.02f, 1, 4);
        return new()
        {
            Colour = new(MathF.Pow(seen.X, 1 / depth), MathF.Pow(seen.Y, 1 / depth), MathF.Pow(seen.Z, 1 / depth)),
            Roughness = 0.03f,
            Transmission = subject.Colour is null ? 0.95f : 0.85f,
            RefractiveIndex = 1.33f,
        };
    }
}
