using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Makes subjects. Of what lies flat (ring, disc, petal) the height is that of its outline: its longest side.</summary>
internal static class FormMaker
{
    /// <summary>Makes one subject.</summary>
    /// <param name="subject">What to make.</param>
    /// <param name="picture">Its picture; null for a prop.</param>
    /// <param name="look">Colours of the video, for a subject that has none.</param>
    /// <param name="random">Chance, for stones and petals.</param>
    /// <param name="warnings">Takes what could not be made as asked.</param>
    public static Piece Make(Subject subject, ProductPicture? picture, Look look, Random random, List<string> warnings)
    {
        var matter = Matters.Of(subject.Matter);
        var colour = subject.Colour is { } hex ? Colours.Linear(hex, $"The colour of the subject {subject.Id}")
            : picture is not null ? picture.EdgeColour
            : Colours.Linear(matter.Colour, "colour");
        var plain = Plain(matter, colour);
        var draft = Draw(subject, picture, plain, picture is null ? plain : plain with { Colour = colour, Transmission = 0 }, look, matter.Density, random);
        if (draft.Warning is { } warning)
        {
            warnings.Add(warning);
        }

        return Piece.Of(subject, draft, matter);
    }

    private static Draft Draw(
        Subject subject, ProductPicture? picture, Material plain, Material opaque, Look look, double density, Random random)
    {
        var h = subject.Height;
        var faced = picture is null ? plain : Printed(opaque) with { Picture = Face(picture) };
        return subject.Form switch
        {
            Form.Card when picture is not null => Standee.Make(picture, h, Printed(opaque), density),
            Form.Card => Blocky.Make(new((float)(0.7 * h), (float)h, (float)(0.04 * h)), (float)(0.01 * h), plain, null),
            Form.Box => Carton(picture, h, opaque, faced),
            Form.Bottle or Form.Can when picture is { Outlined: true } => Silhouette.Make(picture, h, Photo(opaque)),
            Form.Bottle => Flask.Make(h, plain, Cap(look), picture is null ? null : faced),
            Form.Can => Round.Can(Radius(picture, h, 0.28), h, picture is null ? plain : faced with { Metallic = 0.35f, Roughness = 0.3f }, Aluminium),
            Form.Ball => Natural.Ball(h / 2, faced),
            Form.Cube => Blocky.Make(new((float)h), (float)(0.05 * h), faced, picture is null ? null : opaque) with { BestYaw = -0.5 },
            Form.Cylinder => Round.Cylinder(Fitting(faced.Picture, 0.4) * h, h, faced, 0.03 * h),
            Form.Cone => Round.Cone(0.42 * h, h, faced),
            Form.Ring => Natural.Ring(h / 2, 0.24 * h, faced),
            Form.Pouch => Pouch.Make(picture, h, picture is null ? plain : Printed(opaque), opaque),
            Form.Disc when picture is not null => Roundel.Make(picture, h, Printed(opaque), opaque, density),
            Form.Disc => Round.Cylinder(h / 2, 0.09 * h, plain, 0.042 * h),
            Form.Pebble => Natural.Pebble(h, plain, random),
            Form.Petal => Natural.Petal(h, plain, random),
            Form.Cup => Round.Cup(0.52 * h, h, faced),
            _ when PropMaker.Draw(subject, plain, picture is null ? null : faced, density, random) is { } prop => prop,
            _ => Blocky.Make(new((float)(h * (picture?.Aspect ?? 0.52)), (float)h, (float)Math.Clamp(0.06 * h, 0.006, 0.04)), (float)Math.Clamp(0.012 * h, 0.001, 0.01), faced, opaque),
        };
    }

    // A photo of a carton seen askew can't be its face: then the whole picture, background and all, is printed on it.
    private static Draft Carton(ProductPicture? picture, double height, Material plain, Material faced)
    {
        var aspect = picture is null ? 0.7 : (double)faced.Picture!.Width / faced.Picture.Height;
        var size = new Vector3((float)(height * aspect), (float)height, (float)(height * Math.Clamp(0.42 * aspect, 0.12, 0.6)));
        return Blocky.Make(size, 0.008f * (float)height, faced, picture is null ? null : plain) with { BestYaw = -0.34 };
    }

    private static double Radius(ProductPicture? picture, double height, double usual) =>
        picture is { Aspect: < 1.2 } ? Math.Clamp(height * picture.Aspect * 1.1 / Math.PI, 0.2 * height, 0.5 * height) : usual * height;

    // The radius nearest to the usual one, in heights, round which the label goes a whole number of times.
    private static double Fitting(Texture? label, double usual)
    {
        var girth = label is null ? 0 : (double)label.Width / label.Height;
        var times = Math.Max(1, Math.Round(Math.Tau * usual / Math.Max(girth, 0.1)));
        return label is null ? usual : Math.Clamp(times * girth / Math.Tau, 0.2, 0.6);
    }

    private static Texture Face(ProductPicture picture) =>
        picture is { Outlined: true, Coverage: < 0.93 } ? picture.Whole : picture.Texture;

    private static Material Plain(Matters matter, Vector3 colour) => new()
    {
        // Light goes through clear matter twice, and takes its colour each time.
        Colour = matter.Transmission > 0 ? Vector3.SquareRoot(colour) : colour,
        Roughness = matter.Roughness,
        Metallic = matter.Metallic,
        ClearCoat = matter.ClearCoat,
        Transmission = matter.Transmission,
        RefractiveIndex = matter.RefractiveIndex,
    };

    private static Material Printed(Material plain) =>
        plain with { Transmission = 0, Metallic = 0, Roughness = Math.Max(plain.Roughness, 0.4f), ClearCoat = Math.Min(plain.ClearCoat, 0.4f) };

    // A photo has its own highlights: the surface adds gloss on top, not colour.
    private static Material Photo(Material plain) =>
        plain with { Transmission = 0, Metallic = 0, Roughness = Math.Clamp(plain.Roughness, 0.25f, 0.6f), ClearCoat = Math.Max(plain.ClearCoat, 0.4f) };

    private static Material Cap(Look look) => new()
    {
        Colour = Vector3.Lerp(new(0.75f, 0.7f, 0.62f), Colours.Linear(look.Accent, "The accent colour of the look"), 0.35f),
        Metallic = 1,
        Roughness = 0.25f,
    };

    private static Material Aluminium => new() { Colour = new(0.86f, 0.87f, 0.88f), Metallic = 1, Roughness = 0.24f };
}
