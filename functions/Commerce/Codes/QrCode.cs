using System.Text;
using QRCoder;
using QRCoder.Exceptions;

namespace SoraFunctions.Commerce.Codes;

/// <summary>
/// A QR code (ISO/IEC 18004) as a square of modules, error correction M (15 % may be lost), with the quiet zone of four modules that
/// the standard asks for.
/// </summary>
public sealed class QrCode
{
    private readonly QRCodeData _data;

    private QrCode(string text, QRCodeData data)
    {
        Text = text;
        _data = data;
    }

    /// <summary>What it holds.</summary>
    public string Text { get; }

    /// <summary>Modules along one side, quiet zone included: 29 to 185.</summary>
    public int Size => _data.ModuleMatrix.Count;

    /// <summary>Whether a module is dark.</summary>
    /// <param name="column">From the left, 0 to <see cref="Size"/> - 1.</param>
    /// <param name="row">From the top, 0 to <see cref="Size"/> - 1.</param>
    public bool this[int column, int row] => _data.ModuleMatrix[row][column];

    /// <summary>
    /// The code of a text. Fails with <see cref="ArgumentException"/> when the text is empty or longer than the 2,331 bytes of
    /// text that a code holds at that correction.
    /// </summary>
    /// <param name="text">What it holds: an address; the shorter, the coarser and the easier to read.</param>
    public static QrCode Of(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        using var generator = new QRCodeGenerator();
        try
        {
            // Readers guess the encoding of what is not ASCII, unless the code says it (extended channel interpretation 26).
            return new QrCode(text, Ascii.IsValid(text)
                ? generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M)
                : generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true, eciMode: QRCodeGenerator.EciMode.Utf8));
        }
        catch (DataTooLongException tooLong)
        {
            throw new ArgumentException("a QR code holds at most 2,331 characters of ASCII; use the short link", nameof(text), tooLong);
        }
    }

    /// <summary>
    /// How large to show it in a video: the largest whole number of pixels a module such that the code, quiet zone included, takes at
    /// most a third of the frame's shorter side; never below three, which is what a phone tells apart after lossy encoding.
    /// </summary>
    /// <param name="width">Pixels across the frame.</param>
    /// <param name="height">Pixels down the frame.</param>
    public int PixelsPerModule(int width, int height) => Math.Max(3, Math.Min(width, height) / 3 / Size);

    /// <summary>The code as a PNG, black on white.</summary>
    /// <param name="pixelsPerModule">Pixels along one side of a module, 1 to 100.</param>
    public byte[] ToPng(int pixelsPerModule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pixelsPerModule, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pixelsPerModule, 100);
        using var png = new PngByteQRCode(_data);
        return png.GetGraphic(pixelsPerModule, drawQuietZones: true);
    }

    /// <summary>The code as an SVG, black on white, one unit a module.</summary>
    public string ToSvg()
    {
        var path = new StringBuilder();
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                var start = column;
                while (column < Size && this[column, row])
                {
                    column++;
                }

                if (column > start)
                {
                    path.Append($"M{start} {row}h{column - start}v1H{start}z");
                }
            }
        }

        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{Size}v{Size}H0z"/><path d="{path}"/></svg>
            """;
    }
}
