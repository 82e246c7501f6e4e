using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Projects;

/// <summary>
/// Puts a cut into a ZIP file that editing programs open: timelines in three forms, clips without words that every program reads, sound
/// stems, the finished video and its captions.
/// </summary>
internal static class ProjectWriter
{
    private const string Words = """
        timeline.otio    OpenTimelineIO
        timeline.fcpxml  Final Cut Pro XML 1.10
        timeline.edl     CMX 3600, 30 frames a second, the first frame at hour 1
        media/           the shots, without words, each frame a key frame; where the next shot comes in over one, its last picture is held for that
        sound/           stems as they are mixed (32-bit float; together they are the mix before its peaks are limited), and the mix
        finished.mp4     the finished video; the end card is taken from it

        The shots do not show the visible AI label, and an edit loses the signed provenance of its parts. Who publishes one labels it: the words are
        in the marker "label", the AIGC metadata in timeline.otio under metadata.sora.

        """;

    /// <summary>Writes the file. Fails with <see cref="FfmpegException"/>.</summary>
    /// <param name="project">What goes in.</param>
    /// <param name="sound">Its sound; null for none.</param>
    /// <param name="folder">Where the finished files of the cut are, and it goes.</param>
    /// <param name="work">A folder for what is needed in between.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task Write(Project project, CutSound? sound, string folder, string work, CancellationToken cancellation)
    {
        var root = Directory.CreateDirectory(Path.Combine(work, "project")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "media"));
        await File.WriteAllTextAsync(Path.Combine(root, "README.txt"), Words, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(root, "timeline.otio"), OtioFile.Write(project), cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(root, "timeline.fcpxml"), FcpXmlFile.Write(project), cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(root, "timeline.edl"), EdlFile.Write(project), cancellation).ConfigureAwait(false);
        foreach (var clip in project.Clips)
            await Film(project, clip, Path.Combine(root, clip.File), cancellation).ConfigureAwait(false);
        if (sound is not null)
            await Sounds(sound, root, cancellation).ConfigureAwait(false);
        File.Copy(Path.Combine(folder, OutputNames.Video), Path.Combine(root, Project.Finished));
        foreach (var name in ((string[])[OutputNames.Captions, OutputNames.Subtitles]).Where(name => File.Exists(Path.Combine(folder, name))))
            File.Copy(Path.Combine(folder, name), Path.Combine(root, name));
        await Archive.Write(root, Path.Combine(folder, OutputNames.Project), cancellation).ConfigureAwait(false);
    }

    private static async Task Sounds(CutSound sound, string root, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(root, "sound"));
        StereoTrack[] tracks = [sound.Stems.Voice, sound.Stems.Music, sound.Stems.Effects, sound.Stems.Ambience, sound.Mix];
        foreach (var ((_, file), track) in Project.Sounds.Zip(tracks))
            await WaveFile.Write(track, track == sound.Mix ? 1 : sound.Gain, Path.Combine(root, file), cancellation).ConfigureAwait(false);
    }

    /// <summary>Clips are kept in a form that few programs know: these are near transparent, each frame by itself.</summary>
    private static Task Film(Project project, ProjectClip clip, string path, CancellationToken cancellation)
    {
        var (rate, size) = (project.Time.Rate, $"{project.Time.Order.Format.Width}:{project.Time.Order.Format.Height}");
        var filter = string.Create(
            CultureInfo.InvariantCulture,
            $"scale={size}:force_original_aspect_ratio=increase:flags=bicubic,crop={size},setsar=1,fps={rate},tpad=stop_mode=clone:stop=-1,trim=end_frame={clip.MediaFrames}");
        return Ffmpeg.Run(
            ["-threads", "1", "-i", clip.Shot.Clip, "-vf", filter, "-an", .. Encoding.Bt709, .. Encoding.Editing(rate), "-f", "mp4", path], cancellation);
    }
}
