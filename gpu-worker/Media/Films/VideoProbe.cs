using System.Globalization;
using System.Text.Json;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Films;

/// <summary>Looks into video files.</summary>
public static class VideoProbe
{
    /// <summary>
    /// Reads what an MP4 file holds. Fails with <see cref="InvalidDataException"/> when it has no picture, and with
    /// <see cref="FfmpegException"/> when it is no video.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<ProbedVideo> Read(string path, CancellationToken cancellation)
    {
        var json = await Ffmpeg.Probe(
            ["-protocol_whitelist", "file", "-f", "mov", "-show_streams", "-show_format", "-of", "json", "file:" + Path.GetFullPath(path)],
            cancellation).ConfigureAwait(false);
        using var document = JsonDocument.Parse(json);
        var streams = document.RootElement.GetProperty("streams").EnumerateArray().ToList();
        var picture = streams.Find(stream => Text(stream, "codec_type") == "video");
        if (picture.ValueKind == JsonValueKind.Undefined)
            throw new InvalidDataException("The file has no picture track.");
        var sound = streams.Find(stream => Text(stream, "codec_type") == "audio");
        var layout = Mp4Layout.Read(path);
        return new ProbedVideo
        {
            Picture = Picture(picture),
            Sound = sound.ValueKind == JsonValueKind.Undefined ? null : Sound(sound),
            SoundBitRate = sound.ValueKind != JsonValueKind.Undefined && int.TryParse(Text(sound, "bit_rate"), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : null,
            FastStart = layout.FastStart,
            EditList = layout.EditList,
            Metadata = document.RootElement.GetProperty("format").TryGetProperty("tags", out var tags)
                ? tags.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString() ?? "")
                : [],
        };
    }

    private static ProbedPicture Picture(JsonElement stream) => new(
        Text(stream, "codec_name"),
        Text(stream, "profile"),
        Text(stream, "pix_fmt"),
        stream.GetProperty("width").GetInt32(),
        stream.GetProperty("height").GetInt32(),
        Text(stream, "r_frame_rate"),
        Text(stream, "avg_frame_rate"),
        int.Parse(Text(stream, "nb_frames"), CultureInfo.InvariantCulture),
        Number(stream, "start_time"),
        Number(stream, "duration"),
        $"{Text(stream, "color_space")} {Text(stream, "color_primaries")} {Text(stream, "color_transfer")} {Text(stream, "color_range")}");

    private static ProbedSound Sound(JsonElement stream) => new(
        Text(stream, "codec_name"),
        (int)Number(stream, "sample_rate"),
        stream.GetProperty("channels").GetInt32(),
        Number(stream, "start_time"),
        Number(stream, "duration"));

    private static string Text(JsonElement stream, string name) =>
        stream.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static double Number(JsonElement stream, string name) => double.Parse(Text(stream, name), CultureInfo.InvariantCulture);
}
