using System.Globalization;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>A raster size, written <c>1280x720</c>.</summary>
/// <param name="Width">Pixels across, even, 256 to 1920.</param>
/// <param name="Height">Pixels down, even, 256 to 1920.</param>
public sealed record FrameSize(int Width, int Height)
{
    /// <summary>What <see cref="TryParse"/> accepts, in words.</summary>
    public const string Accepted = "width x height in even pixels from 256 to 1920, such as 1280x720, 720x1280 or 1080x1080";

    /// <summary>Reads <c>1280x720</c>.</summary>
    public static bool TryParse(string? text, out FrameSize size)
    {
        size = new FrameSize(0, 0);
        var parts = text?.Split('x');
        if (parts is not [var across, var down]
            || !int.TryParse(across, NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(down, NumberStyles.None, CultureInfo.InvariantCulture, out var height))
        {
            return false;
        }

        size = new FrameSize(width, height);
        return IsLegal(width) && IsLegal(height);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");

    private static bool IsLegal(int pixels) => pixels is >= 256 and <= 1920 && pixels % 2 == 0;
}
