using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Companions;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Cuts;

/// <summary>Joins clips, words and sound to the delivered file: each frame is encoded once, and small frames are taken on the way.</summary>
/// <param name="time">The cut.</param>
/// <param name="words">What is written on it.</param>
/// <param name="encoder">What encodes.</param>
internal sealed class CutEncoder(Timeline time, CutWords words, VideoEncoder encoder)
{
    /// <summary>Names of what is read, in the folder of the work.</summary>
    public const string Script = "words.ass", Track = "track.aac", Mask = "mask.png", Mark = "mark.yuv";

    /// <summary>Names of the small frames that are written beside them.</summary>
    public const string Small = "small.rgba", Luma = "luma.gray";

    /// <summary>What the sound takes, and the container, in bits a second.</summary>
    private const int SoundBits = 192_000 + 8_000;

    /// <summary>How much of a limit is used.</summary>
    private const double Caution = 0.97;

    private bool HasSound => !time.Order.Silent;

    /// <summary>Encodes. Fails with <see cref="FfmpegException"/>.</summary>
    /// <param name="small">The small frames to take.</param>
    /// <param name="luma">The small grey frames to take.</param>
    /// <param name="folder">Where the video goes.</param>
    /// <param name="work">The folder of the work.</param>
    /// <param name="progress">Told the finished part, 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task Encode(SmallFrames small, LumaFrames luma, string folder, string work, IProgress<double> progress, CancellationToken cancellation)
    {
        var graph = new CutGraph(time, words);
        var inputs = graph.StickerInput + words.Stickers.Count;
        var target = Path.Combine(work, OutputNames.Video);
        var mark = time.Order.Mark is { } wanted ? new MarkLayer(wanted, time.Order.Format) : null;
        if (mark is not null)
            await mark.Write(Path.Combine(work, Mark), cancellation).ConfigureAwait(false);
        await using var process = Ffmpeg.Start(
            [
                .. encoder.Device,
                .. time.Shots.SelectMany(shot => Clip(shot.Clip)),
                .. words.Card is null ? Array.Empty<string>() : ["-i", Mask],
                .. time.LoopFrames > 0 ? Clip(time.Shots[^1].Clip) : [],
                .. words.Stickers.SelectMany(sticker => new[] { "-i", sticker.Path }),
                .. HasSound ? ["-i", Track] : Array.Empty<string>(),
                .. mark?.Input(Mark) ?? [],
                "-filter_complex", $"{graph.Build(Script)};{mark?.Filter(inputs + (HasSound ? 1 : 0), "picture", "marked")}[{(mark is null ? "picture" : "marked")}]split=3[film][looks][shown];[film]{(encoder.Filter.Length > 0 ? encoder.Filter[1..] : "null")}[coded];[looks]{small.Filter}[small];[shown]{luma.Filter}[luma]",
                "-map", "[coded]", .. HasSound ? ["-map", $"{inputs}:a", "-c:a", "copy"] : Array.Empty<string>(),
                .. Encoding.Bt709, .. Encoding.Delivery(time.Rate, encoder, MostPictureBits(), time.Order.Outputs?.Any(output => output is ExtraOutput.Hls or ExtraOutput.HlsAv1) == true),
                .. time.Order.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { "-metadata", $"{pair.Key}={pair.Value}" }),
                "-progress", "pipe:1", "-f", "mp4", OutputNames.Video,
                "-map", "[small]", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgba", Small,
                "-map", "[luma]", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", Luma,
            ],
            work);
        using (var lines = new StreamReader(process.Output, leaveOpen: true))
        {
            while (await lines.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                if (line.StartsWith("frame=", StringComparison.Ordinal) && int.TryParse(line.AsSpan(6), NumberStyles.Integer, CultureInfo.InvariantCulture, out var frame))
                    progress.Report(Math.Min(1, frame / (double)time.Frames));
            }
        }

        await process.Finish(cancellation).ConfigureAwait(false);
        File.Move(target, Path.Combine(folder, OutputNames.Video), overwrite: true);
    }

    private static string[] Clip(string path) => ["-threads", "2", "-f", "mov", "-protocol_whitelist", "file", "-i", "file:" + Path.GetFullPath(path)];

    /// <summary>The stricter of the limits of rate and size, less what the sound takes and what the encoder's buffer gives in advance.</summary>
    private int? MostPictureBits()
    {
        var limits = time.Order.Limits;
        var rate = Math.Min(limits?.MostBitRate ?? double.MaxValue, limits?.MostBytes * 8 / time.Seconds ?? double.MaxValue);
        var picture = ((rate * Caution) - (HasSound ? SoundBits : 0)) * time.Seconds / (time.Seconds + VideoEncoder.BufferSeconds);
        return picture > int.MaxValue ? null : Math.Max(100_000, (int)picture);
    }
}
