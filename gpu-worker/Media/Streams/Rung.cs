using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Media.Streams;

/// <summary>One size of a stream.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="MostBits">Most that it takes in bits a second; null for the video as it is, which is not encoded again.</param>
/// <param name="Av1">Whether it is AV1; else H.264.</param>
internal sealed record Rung(string Name, int Width, int Height, int? MostBits, bool Av1 = false)
{
    private static readonly (int Side, int MostBits)[] _sides = [(360, 900_000), (540, 2_000_000), (720, 4_000_000), (1080, 7_500_000)];

    /// <summary>The ladder of a raster: every usual size under it, and the video itself.</summary>
    /// <param name="format">Raster of the video.</param>
    /// <param name="av1">Whether there is AV1 besides, from 540 lines on.</param>
    public static IReadOnlyList<Rung> Ladder(FrameFormat format, bool av1)
    {
        var side = Math.Min(format.Width, format.Height);
        var below = _sides.Where(step => step.Side < side).ToList();
        var own = _sides.FirstOrDefault(step => step.Side >= side, _sides[^1]).MostBits;
        return
        [
            .. below.Select(step => Of(format, step.Side, step.MostBits)),
            new Rung($"{side}", format.Width, format.Height, null),
            .. av1
                ? below.Where(step => step.Side >= 540).Append((Side: side, MostBits: own)).Select(step => Of(format, step.Side, step.MostBits * 6 / 10) with { Name = $"{step.Side}-av1", Av1 = true })
                : [],
        ];
    }

    private static Rung Of(FrameFormat format, int side, int bits)
    {
        var scale = side / (double)Math.Min(format.Width, format.Height);
        return new Rung($"{side}", Even(format.Width * scale), Even(format.Height * scale), bits);
    }

    private static int Even(double side) => (int)Math.Round(side / 2) * 2;
}
