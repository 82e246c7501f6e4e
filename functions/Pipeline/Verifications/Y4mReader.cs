using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Reads YUV4MPEG2 with one plane of 8 bits, compressed with gzip.</summary>
internal static class Y4mReader
{
    private const int LongestLine = 200;
    private const long MostPixels = 1 << 26;

    /// <exception cref="InvalidDataException">It is something else, or ends early.</exception>
    public static async IAsyncEnumerable<LumaFrame> Read(Stream packed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var film = new BufferedStream(new GZipStream(packed, CompressionMode.Decompress), 1 << 16);
        var header = Line(film)?.Split(' ');
        if (header is not ["YUV4MPEG2", ..] || !header.Contains("Cmono"))
        {
            throw new InvalidDataException("The frames are not YUV4MPEG2 of one plane.");
        }

        var (width, height) = (Number(header, 'W'), Number(header, 'H'));
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels || header.FirstOrDefault(field => field.StartsWith('F'))?[1..].Split(':') is not [var over, var under])
        {
            throw new InvalidDataException("The frames have no size or rate that is understood.");
        }

        var rate = double.Parse(over, CultureInfo.InvariantCulture) / double.Parse(under, CultureInfo.InvariantCulture);
        var luma = new byte[width * height];
        for (var number = 0; Line(film) is not null; number++)
        {
            await film.ReadExactlyAsync(luma, cancellation);
            yield return new LumaFrame(width, height, number / rate, luma);
        }
    }

    private static string? Line(Stream film)
    {
        var line = new StringBuilder();
        for (int next; (next = film.ReadByte()) >= 0 && line.Length < LongestLine; line.Append((char)next))
        {
            if (next == '\n')
            {
                return line.ToString();
            }
        }

        return line.Length == 0 ? null : throw new InvalidDataException("The frames are cut off.");
    }

    private static int Number(string[] header, char name) =>
        header.Where(field => field.StartsWith(name)).Select(field => int.TryParse(field.AsSpan(1), CultureInfo.InvariantCulture, out var value) ? value : 0).FirstOrDefault();
}
