using System.Globalization;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Models.Diffusion.Pictures;

/// <summary>Writes a preview while a clip is in the making.</summary>
public static class PreviewFile
{
    /// <summary>Writes a picture as JPEG; who reads the file meanwhile sees the one before or this one, never a part.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="FfmpegException">It cannot be encoded.</exception>
    public static async Task Write(PlanarPicture picture, string path, CancellationToken cancellation)
    {
        var (raw, part) = (path + ".rgb", path + ".part");
        try
        {
            await File.WriteAllBytesAsync(raw, Interleaved(picture), cancellation).ConfigureAwait(false);
            await Ffmpeg.Run(
                [
                    "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", string.Create(CultureInfo.InvariantCulture, $"{picture.Width}x{picture.Height}"), "-i", "file:" + raw,
                    "-frames:v", "1", "-q:v", "4", "-pix_fmt", "yuvj420p", "-c:v", "mjpeg", "-f", "image2", "-update", "1", "file:" + part,
                ],
                cancellation).ConfigureAwait(false);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(raw);
            File.Delete(part);
        }
    }

    private static byte[] Interleaved(PlanarPicture picture)
    {
        var bytes = new byte[3 * picture.Area];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(255 * Math.Clamp(picture.Planes[i % 3 * picture.Area + i / 3], 0, 1) + 0.5f);
        return bytes;
    }
}
