using System.Globalization;
using System.Text;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Films;

/// <summary>Reads the luma of a film or picture in any format that ffmpeg knows. One reader at a time.</summary>
public sealed class LumaReader : IAsyncDisposable
{
    private const int MostPixels = 1 << 26;

    /// <summary>Containers that hold what they show. Play lists are not among them: those name other files, which a stranger could then have read.</summary>
    private const string Formats =
        "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,mpegts,mpeg,mpegvideo,h264,hevc,ivf,ogg,asf,mxf,gif,apng,rawvideo,yuv4mpegpipe,"
        + "image2,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,jpegls_pipe";

    private readonly MediaProcess _process;
    private readonly double _rate;
    private byte[] _luma = [];
    private int _frames;

    private LumaReader(MediaProcess process, double rate) => (_process, _rate) = (process, rate);

    /// <summary>Width in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>The frame that was read last: one byte a pixel, rows from the top.</summary>
    public ReadOnlyMemory<byte> Luma => _luma;

    /// <summary>When it is shown.</summary>
    public double Seconds => (_frames - 1) / _rate;

    /// <summary>
    /// Opens a file. Fails with <see cref="FfmpegException"/> when ffmpeg can't read it, and with <see cref="InvalidDataException"/> when
    /// it holds no picture, or one of more than 64 megapixels.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="framesPerSecond">How many frames to take.</param>
    /// <param name="most">Where to stop, in seconds from the start.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="shortSide">Pixels of the short side that larger frames are made smaller to; null leaves them as they are.</param>
    public static async Task<LumaReader> Open(
        string path, double framesPerSecond, double most, CancellationToken cancellation, int? shortSide = null)
    {
        var smaller = shortSide is { } side
            ? string.Create(CultureInfo.InvariantCulture, $",scale=w='max(1,round(iw*min(1,{side}/min(iw,ih))))':h='max(1,round(ih*min(1,{side}/min(iw,ih))))':flags=area")
            : "";
        var process = Ffmpeg.Start(
        [
            "-protocol_whitelist", "file,pipe", "-format_whitelist", Formats, "-i", "file:" + Path.GetFullPath(path), "-t", most.ToString(CultureInfo.InvariantCulture),
            "-map", "0:v:0", "-vf", string.Create(CultureInfo.InvariantCulture, $"fps={framesPerSecond}:eof_action=pass,format=yuv420p,extractplanes=y{smaller}"),
            "-f", "yuv4mpegpipe", "-strict", "-1", "pipe:1",
        ]);
        process.Input.Close();
        var reader = new LumaReader(process, framesPerSecond);
        try
        {
            var header = await reader.Line(cancellation).ConfigureAwait(false);
            if (header is null)
            {
                await process.Finish(cancellation).ConfigureAwait(false);
                throw new InvalidDataException("The file holds no picture.");
            }

            (reader.Width, reader.Height) = (Field(header, 'W'), Field(header, 'H'));
            if ((long)reader.Width * reader.Height is 0 or > MostPixels)
                throw new InvalidDataException($"The picture is {reader.Width} x {reader.Height}; up to 64 megapixels are read.");
            reader._luma = new byte[reader.Width * reader.Height];
            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the next frame into <see cref="Luma"/>; false when there is none.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async ValueTask<bool> Read(CancellationToken cancellation)
    {
        if (await Line(cancellation).ConfigureAwait(false) is null)
        {
            await _process.Finish(cancellation).ConfigureAwait(false);
            return false;
        }

        await _process.Output.ReadExactlyAsync(_luma, cancellation).ConfigureAwait(false);
        _frames++;
        return true;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static int Field(string header, char name) =>
        header.Split(' ').Where(field => field.StartsWith(name)).Select(field => int.Parse(field.AsSpan(1), CultureInfo.InvariantCulture)).FirstOrDefault();

    private async ValueTask<string?> Line(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (line.Length < 1000)
        {
            if (await _process.Output.ReadAsync(next, cancellation).ConfigureAwait(false) == 0)
                return null;
            if (next[0] == '\n')
                return line.ToString();
            line.Append((char)next[0]);
        }

        throw new InvalidDataException("The decoder's answer is not understood.");
    }
}
