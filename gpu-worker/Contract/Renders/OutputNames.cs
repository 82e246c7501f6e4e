namespace SoraFunctions.Contract.Renders;

/// <summary>Names of what jobs produce; each is also the name of the file that a user finds.</summary>
public static class OutputNames
{
    /// <summary>The silent video of one shot.</summary>
    public const string Clip = "clip.mp4";

    /// <summary>A frame of a clip in the making, JPEG, which changes while an engine works; not an output of the job.</summary>
    public const string Preview = "preview.jpg";

    /// <summary>The <see cref="Clips.ClipLog"/> of one shot.</summary>
    public const string Log = "log.json";

    /// <summary>The cut.</summary>
    public const string Video = "video.mp4";

    /// <summary>The best single frame, full size, JPEG.</summary>
    public const string Poster = "poster.jpg";

    /// <summary>A small picture for lists, WebP.</summary>
    public const string Thumbnail = "thumbnail.webp";

    /// <summary>A small picture of the video for its manifest, JPEG.</summary>
    public const string ManifestPicture = "manifest.jpg";

    /// <summary>Frames at even distances in one picture, for scrubbing, JPEG.</summary>
    public const string Spritesheet = "spritesheet.jpg";

    /// <summary>Frames of every shot, labelled, in one picture, JPEG.</summary>
    public const string ContactSheet = "contact-sheet.jpg";

    /// <summary>What is shown and said, with times.</summary>
    public const string Captions = "captions.vtt";

    /// <summary>The same as SubRip.</summary>
    public const string Subtitles = "captions.srt";

    /// <summary>What was found when the cut was read back, JSON.</summary>
    public const string Checks = "checks.json";

    /// <summary>A small moving picture, GIF; on request.</summary>
    public const string Gif = "animation.gif";

    /// <summary>A small moving picture, WebP; on request.</summary>
    public const string MovingWebp = "animation.webp";

    /// <summary>A ladder of sizes for streaming, HTTP Live Streaming in a ZIP file; on request.</summary>
    public const string Hls = "hls.zip";

    /// <summary>The cut as an editor's project: timelines, clips and sound stems in a ZIP file; on request.</summary>
    public const string Project = "project.zip";

    /// <summary>The physical events of the whole video, with times from its first frame.</summary>
    public const string Events = "events.json";

    /// <summary>The <see cref="ClipAnalysis"/> of a video.</summary>
    public const string Analysis = "analysis.json";

    /// <summary>The <see cref="SoundAnalysis"/> of a sound file.</summary>
    public const string Heard = "heard.json";

    /// <summary>Frames of a video: YUV4MPEG2 of one plane, gzip.</summary>
    public const string Frames = "frames.y4m.gz";

    /// <summary>The likeness of whom a video shows, PNG.</summary>
    public const string Likeness = "likeness.png";

    /// <summary>The <see cref="Renders.LikenessFacts"/> of it.</summary>
    public const string LikenessFacts = "likeness.json";

    /// <summary>The <see cref="PictureFingerprint"/> of a picture.</summary>
    public const string Fingerprint = "fingerprint.json";
}
