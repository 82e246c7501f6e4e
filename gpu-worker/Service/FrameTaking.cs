using System.Globalization;
using System.IO.Compression;
using System.Text;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Service;

/// <summary>Takes small frames out of films.</summary>
internal static class FrameTaking
{
    /// <summary>Does it.</summary>
    /// <param name="order">Which frames.</param>
    /// <param name="video">The file.</param>
    /// <param name="target">The file that is written.</param>
    /// <param name="cancellation">Gives the work up.</param>
    /// <exception cref="InvalidDataException">The file holds no picture that can be read, or the order is out of range.</exception>
    public static async Task Take(FramesOrder order, string video, string target, CancellationToken cancellation)
    {
        if (order is not { FramesPerSecond: > 0 and <= 60, MostSeconds: > 0 and <= 600, MostShortSide: >= 16 })
        {
            throw new InvalidDataException("frames can be taken up to 60 times a second, for up to 600 seconds, at 16 pixels or more");
        }

        try
        {
            await using var film = await LumaReader.Open(video, order.FramesPerSecond, order.MostSeconds, cancellation, order.MostShortSide);
            await using var file = File.Create(target);
            await using var packed = new GZipStream(file, CompressionLevel.Fastest);
            await packed.WriteAsync(
                Encoding.ASCII.GetBytes(string.Create(
                    CultureInfo.InvariantCulture,
                    $"YUV4MPEG2 W{film.Width} H{film.Height} F{(long)Math.Round(order.FramesPerSecond * 1000)}:1000 Ip A1:1 Cmono\n")),
                cancellation);
            while (await film.Read(cancellation))
            {
                await packed.WriteAsync("FRAME\n"u8.ToArray(), cancellation);
                await packed.WriteAsync(film.Luma, cancellation);
            }
        }
        catch (Exception failure) when (failure is FfmpegException or EndOfStreamException)
        {
            throw new InvalidDataException($"asset {order.Video} holds no picture that can be read: {failure.Message}", failure);
        }
    }
}
