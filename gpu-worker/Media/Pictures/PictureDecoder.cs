using System.Globalization;
using System.Text;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Pictures;

/// <summary>Decodes the pictures that merchants have: PNG, JPEG, WebP, GIF (first frame), BMP, TIFF, AVIF.</summary>
public static class PictureDecoder
{
    /// <summary>Largest picture that is decoded: 64 megapixels.</summary>
    public const int MaxPixels = 64 * 1024 * 1024;

    private const int HeadBytes = 256 * 1024;
    private const int MostPngBytes = 64 * 1024 * 1024;

    /// <summary>
    /// Decodes a picture and turns it upright by its Exif orientation. Fails with <see cref="InvalidDataException"/> when the file
    /// is no picture of an accepted kind, is damaged, or has more than <see cref="MaxPixels"/>.
    /// </summary>
    /// <param name="path">The file; its name does not matter.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<DecodedPicture> Decode(string path, CancellationToken cancellation)
    {
        var head = await ReadHead(path, cancellation).ConfigureAwait(false);
        var kind = PictureKind.Of(head)
            ?? throw new InvalidDataException($"The file is not a picture that can be read; accepted are {PictureKind.Accepted}.");
        if (kind.Name == PictureKind.Png && await ReadPng(path, cancellation).ConfigureAwait(false) is { } png)
            return ExifOrientation.Apply(png, ExifOrientation.Of(head));
        try
        {
            var pam = await Ffmpeg.Read(
                [
                    "-noautorotate", "-max_pixels", MaxPixels.ToString(CultureInfo.InvariantCulture), "-protocol_whitelist", "file",
                    "-f", kind.Demuxer, "-i", "file:" + Path.GetFullPath(path), "-frames:v", "1",
                    "-sws_flags", "accurate_rnd+full_chroma_int+full_chroma_inp+bitexact",
                    "-pix_fmt", "rgba", "-c:v", "pam", "-f", "image2pipe", "pipe:1",
                ],
                cancellation).ConfigureAwait(false);
            return ExifOrientation.Apply(ReadPam(pam), ExifOrientation.Of(head));
        }
        catch (FfmpegException problem)
        {
            throw new InvalidDataException(
                problem.Message.Contains("Picture size", StringComparison.Ordinal)
                    ? $"The {kind.Name} picture has more than {MaxPixels / (1024 * 1024)} megapixels."
                    : $"The {kind.Name} picture is damaged: {problem.Message}",
                problem);
        }
    }

    private static async Task<DecodedPicture?> ReadPng(string path, CancellationToken cancellation) =>
        new FileInfo(path).Length > MostPngBytes ? null : PngReader.Read(await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false), MaxPixels);

    private static async Task<byte[]> ReadHead(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[Math.Min(HeadBytes, file.Length)];
        await file.ReadExactlyAsync(head, cancellation).ConfigureAwait(false);
        return head;
    }

    /// <summary>Reads the portable arbitrary map that ffmpeg wrote: header lines up to ENDHDR, then the samples.</summary>
    private static DecodedPicture ReadPam(byte[] pam)
    {
        var end = pam.AsSpan().IndexOf("ENDHDR\n"u8);
        if (end < 0)
            throw new InvalidDataException("The picture is damaged: nothing could be decoded.");
        var fields = Encoding.ASCII.GetString(pam, 0, end).Split('\n')
            .Select(line => line.Split(' ')).Where(words => words.Length == 2)
            .ToDictionary(words => words[0], words => words[1]);
        var width = int.Parse(fields["WIDTH"], CultureInfo.InvariantCulture);
        var height = int.Parse(fields["HEIGHT"], CultureInfo.InvariantCulture);
        return new DecodedPicture(width, height, pam.AsSpan(end + 7, width * height * 4).ToArray());
    }
}
