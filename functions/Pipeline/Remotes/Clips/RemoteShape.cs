using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>Which of the clips that a remote makes comes nearest to a shot.</summary>
/// <param name="Size">Its raster.</param>
/// <param name="Seconds">Its length; what is more than the shot's is cut off.</param>
internal sealed record RemoteShape(FrameSize Size, int Seconds)
{
    private const int Smallest = 256;
    private const int Largest = 1920;

    /// <summary>The nearest: the likest aspect, then the least pixels that are enough; the shortest length that is enough.</summary>
    public static RemoteShape Of(FrameFormat format, decimal seconds, RemoteTerms terms)
    {
        var whole = (int)Math.Ceiling(seconds);
        return new RemoteShape(
            terms.Sizes.Count == 0 ? Clamped(format) : terms.Sizes.Select(Parsed).OrderBy(size => Strain(size, format)).ThenBy(size => Lack(size, format)).ThenBy(size => size.Width).First(),
            terms.Seconds.Count == 0 ? Math.Min(whole, terms.MostSeconds) : terms.Seconds.FirstOrDefault(length => length >= whole, terms.Seconds[^1]));
    }

    private static FrameSize Parsed(string text) => FrameSize.TryParse(text, out var size) ? size : throw new InvalidDataException($"'{text}' is no size.");

    // Sizes whose aspects differ by less than a hundredth are alike.
    private static double Strain(FrameSize size, FrameFormat format) =>
        Math.Round(Math.Abs(Math.Log((double)size.Width / size.Height * format.Height / format.Width)), 2);

    private static double Lack(FrameSize size, FrameFormat format) => size.Width >= format.Width && size.Height >= format.Height
        ? (double)size.Width * size.Height / 1e9
        : 1e9 / ((double)size.Width * size.Height);

    private static FrameSize Clamped(FrameFormat format)
    {
        var scale = Math.Min(1, (double)Largest / Math.Max(format.Width, format.Height));
        scale = Math.Max(scale, (double)Smallest / Math.Min(format.Width, format.Height));
        return new FrameSize(Side(format.Width * scale), Side(format.Height * scale));
    }

    private static int Side(double pixels) => Math.Clamp((int)Math.Round(pixels / 2) * 2, Smallest, Largest);
}
