using System.Globalization;
using System.Text;
using QRCoder;

namespace SoraFunctions.Media.Lettering;

/// <summary>A QR code (ISO/IEC 18004, error correction M) as a drawing on whole pixels, on white with the quiet zone of four modules.</summary>
internal sealed class QrDrawing
{
    private const int Quiet = 4;

    private readonly bool[,] _dark;

    public QrDrawing(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var matrix = data.ModuleMatrix;
        var size = matrix.Count - 2 * Quiet;
        _dark = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
                _dark[y, x] = matrix[y + Quiet][x + Quiet];
        }
    }

    /// <summary>Modules across, quiet zone included.</summary>
    public int Modules => _dark.GetLength(0) + 2 * Quiet;

    /// <summary>Draws it.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="left">Left edge, whole pixels.</param>
    /// <param name="top">Top edge, whole pixels.</param>
    /// <param name="module">Pixels of one module.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    public void Draw(AssScript script, int left, int top, int module, double from, double to)
    {
        var (side, motion, path) = (Modules * module, new Motion(from, to) { In = 0.3, Out = 0 }, Path(module));
        script.Play(6, motion, pose => $"{{\\an7{AssTags.At(left, top)}{new Paint(Ink.White).Tags(pose)}}}{AssTags.RoundedBox(side, side, 2 * module)}");
        script.Play(7, motion, pose => $"{{\\an7{AssTags.At(left + Quiet * module, top + Quiet * module)}{new Paint(new Ink(0, 0, 0)).Tags(pose)}\\p1}}{path}");
    }

    private string Path(int module)
    {
        var path = new StringBuilder();
        var size = _dark.GetLength(0);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var start = x;
                while (x < size && _dark[y, x])
                    x++;
                if (x > start)
                {
                    var (l, t, r, b) = (start * module, y * module, x * module, (y + 1) * module);
                    path.Append(CultureInfo.InvariantCulture, $"m {l} {t} l {r} {t} {r} {b} {l} {b} ");
                }
            }
        }

        return path.ToString().TrimEnd();
    }
}
