using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Checks;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Streams;

/// <summary>
/// Makes a ladder of sizes for HTTP Live Streaming (RFC 8216): fragmented MP4 in segments of two seconds, all sizes with key frames at the
/// same instants, the sound once for all. The segments of a size are stretches of one file, which can thus carry a manifest. Each size takes the bits that its content needs, up to its own limit; the largest is the finished
/// video itself, whose groups begin where segments do.
/// </summary>
internal static class StreamLadder
{
    /// <summary>Name of the playlist of every size.</summary>
    public const string Playlist = "index.m3u8";

    private const string Film = "stream.mp4";
    private const string Sound = "sound";

    /// <summary>Frames that are shown in another order than they are stored have signed offsets: the first is shown at 0 without an edit list.</summary>
    private const string Layout = "use_editlist=0:movflags=+frag_custom+delay_moov+default_base_moof+negative_cts_offsets+use_metadata_tags";

    /// <summary>Writes the ladder as a ZIP file and reads it back; gives what the caller should know. Fails with <see cref="FfmpegException"/>.</summary>
    /// <param name="video">The finished video.</param>
    /// <param name="order">What it was made of.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="target">The file to make.</param>
    /// <param name="work">A folder for what is needed in between.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<(IReadOnlyList<string> Notes, IReadOnlyList<Check> Checks)> Write(
        string video, CutOrder order, int frames, string target, string work, CancellationToken cancellation)
    {
        var av1 = order.Outputs?.Contains(ExtraOutput.HlsAv1) == true;
        var able = av1 && await HasAv1(cancellation).ConfigureAwait(false);
        var ladder = Rung.Ladder(order.Format, able);
        var root = Directory.CreateDirectory(Path.Combine(work, "hls")).FullName;
        foreach (var name in ladder.Select(rung => rung.Name).Append(Sound))
            Directory.CreateDirectory(Path.Combine(root, name));
        await Ffmpeg.Run(Arguments(video, order, ladder, root), cancellation).ConfigureAwait(false);
        if (order.Silent)
            Directory.Delete(Path.Combine(root, Sound));
        await File.WriteAllTextAsync(Path.Combine(root, "master.m3u8"), Master(order, ladder, root), cancellation).ConfigureAwait(false);
        await Archive.Write(root, target, cancellation).ConfigureAwait(false);
        var checks = await StreamChecks.Run(root, ladder, order.Silent ? null : Sound, frames, order.Format.FramesPerSecond, cancellation).ConfigureAwait(false);
        return (av1 && !able ? ["hls.zip holds no AV1: the ffmpeg here lacks libsvtav1."] : [], checks);
    }

    private static async Task<bool> HasAv1(CancellationToken cancellation)
    {
        var encoders = await Ffmpeg.Read(["-encoders"], cancellation).ConfigureAwait(false);
        return System.Text.Encoding.UTF8.GetString(encoders).Contains(" libsvtav1 ", StringComparison.Ordinal);
    }

    private static string[] Arguments(string video, CutOrder order, IReadOnlyList<Rung> ladder, string root)
    {
        var made = ladder.Where(rung => rung.MostBits is not null).ToList();
        var filter = $"[0:v]split={made.Count}{string.Concat(made.Select((_, i) => $"[v{i}]"))};"
            + string.Join(';', made.Select((rung, i) => $"[v{i}]scale={rung.Width}:{rung.Height}:flags=bicubic,setsar=1[s{i}]"));
        return
        [
            "-threads", "2", "-i", video,
            .. made.Count > 0 ? ["-filter_complex", filter] : Array.Empty<string>(),
            .. made.SelectMany((rung, i) => (string[])["-map", $"[s{i}]", .. Encoded(rung, order.Format.FramesPerSecond), .. Segments(root, rung.Name, order)]),
            .. ladder.Where(rung => rung.MostBits is null).SelectMany(rung => (string[])["-map", "0:v", "-c", "copy", .. Segments(root, rung.Name, order)]),
            .. order.Silent ? [] : (string[])["-map", "0:a", "-c", "copy", .. Segments(root, Sound, order)],
        ];
    }

    private static string[] Encoded(Rung rung, int framesPerSecond)
    {
        var group = (framesPerSecond * Encoding.SegmentSeconds).ToString(CultureInfo.InvariantCulture);
        var most = rung.MostBits!.Value.ToString(CultureInfo.InvariantCulture);
        return rung.Av1
            ? ["-c:v", "libsvtav1", "-preset", "9", "-crf", "34", "-g", group, "-svtav1-params", "lp=2:scd=0", .. Encoding.Bt709]
            :
            [
                "-c:v", "libx264", "-profile:v", "high", "-preset", "veryfast", "-crf", "21", "-maxrate", most, "-bufsize", most, "-threads", "4",
                "-g", group, "-sc_threshold", "0", "-force_key_frames", $"expr:gte(t,n_forced*{Encoding.SegmentSeconds})", "-flags", "+cgop", .. Encoding.Bt709,
            ];
    }

    private static string[] Segments(string root, string name, CutOrder order) =>
    [
        "-flags", "+bitexact", "-fflags", "+bitexact", "-map_metadata", "-1", .. order.Metadata.SelectMany(entry => (string[])["-metadata", $"{entry.Key}={entry.Value}"]), "-f", "hls",
        "-hls_time", Encoding.SegmentSeconds.ToString(CultureInfo.InvariantCulture), "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4",
        "-hls_flags", "independent_segments+single_file", "-hls_segment_options", Layout,
        "-hls_segment_filename", Path.Combine(root, name, Film), Path.Combine(root, name, Playlist),
    ];

    private static string Master(CutOrder order, IReadOnlyList<Rung> ladder, string root)
    {
        var sound = order.Silent ? null : Rate.Of(Path.Combine(root, Sound), Playlist);
        var lines = new List<string> { "#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS" };
        if (sound is not null)
            lines.Add($"""#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="{Sound}",NAME="{order.Storyboard.Language}",LANGUAGE="{order.Storyboard.Language}",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="{Sound}/{Playlist}" """.TrimEnd());
        foreach (var rung in ladder)
        {
            var folder = Path.Combine(root, rung.Name);
            var picture = Rate.Of(folder, Playlist);
            var codec = Mp4Index.Read(Path.Combine(folder, Film)).Tracks.Single(track => track.Kind == "vide").Codec;
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"#EXT-X-STREAM-INF:BANDWIDTH={picture.Peak + (sound?.Peak ?? 0)},AVERAGE-BANDWIDTH={picture.Average + (sound?.Average ?? 0)},CODECS=\"{codec}{(sound is null ? "" : ",mp4a.40.2")}\",RESOLUTION={rung.Width}x{rung.Height},FRAME-RATE={order.Format.FramesPerSecond:0.000}{(sound is null ? "" : $",AUDIO=\"{Sound}\"")}"));
            lines.Add($"{rung.Name}/{Playlist}");
        }

        return string.Join('\n', lines) + "\n";
    }
}
