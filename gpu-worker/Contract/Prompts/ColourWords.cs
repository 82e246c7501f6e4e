using System.Globalization;

namespace SoraFunctions.Contract.Prompts;

/// <summary>Names colours: the nearest of a few that everyone knows, by distance in OKLab (B. Ottosson, 2020).</summary>
internal static class ColourWords
{
    private static readonly (string Name, (double L, double A, double B) Lab)[] _named =
    [
        .. new[]
        {
            ("black", "#101010"), ("charcoal", "#3a3d40"), ("grey", "#808080"), ("silver", "#c0c3c7"), ("white", "#ffffff"),
            ("ivory", "#f0e8d8"), ("beige", "#d9c7a8"), ("tan", "#c19a6b"), ("brown", "#7b4a26"), ("dark brown", "#3d2314"),
            ("terracotta", "#c56a43"), ("orange", "#f28020"), ("peach", "#f8c39f"), ("coral", "#f47a62"), ("golden", "#d4af4f"),
            ("amber", "#f0a920"), ("yellow", "#f7e02f"), ("lime green", "#a4d63a"), ("olive", "#7a7a2c"), ("green", "#2f9a45"),
            ("dark green", "#1d4d2f"), ("mint", "#b4e6cf"), ("sage", "#a3b39a"), ("teal", "#17807f"), ("turquoise", "#3fcfc8"),
            ("pale blue", "#cfe3f2"), ("sky blue", "#78b7ea"), ("blue", "#2461d8"), ("navy", "#17294f"), ("violet", "#6c3fc5"),
            ("purple", "#7d2a8c"), ("lavender", "#c4b3e6"), ("magenta", "#d42a9a"), ("pink", "#f08fb0"), ("blush", "#f3dcd8"),
            ("rose", "#c2607a"), ("red", "#d3202c"), ("burgundy", "#6d1a2f"),
        }.Select(pair => (pair.Item1, Lab(pair.Item2))),
    ];

    /// <summary>The name of an sRGB colour.</summary>
    /// <param name="colour">As <c>#rrggbb</c>.</param>
    public static string Of(string colour)
    {
        var lab = Lab(colour);
        return _named.MinBy(named => Square(named.Lab.L - lab.L) + Square(named.Lab.A - lab.A) + Square(named.Lab.B - lab.B)).Name;
    }

    private static (double L, double A, double B) Lab(string colour)
    {
        var (r, g, b) = (Linear(colour, 1), Linear(colour, 3), Linear(colour, 5));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return (
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    private static double Linear(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static double Square(double x) => x * x;
}
