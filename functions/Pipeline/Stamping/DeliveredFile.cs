using SoraFunctions.Contract.Renders;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Stamping;

namespace SoraFunctions.Pipeline.Stamping;

/// <summary>What becomes of a video in a file that is delivered with it.</summary>
/// <param name="What">What the file is, for its title; empty for the video itself.</param>
/// <param name="Step">What was done with the finished video to make it; null when it was not made from that.</param>
/// <param name="Marked">Whether the invisible mark is still in it.</param>
internal sealed record DeliveredFile(string What, ActionDefinition? Step, bool Marked)
{
    private static readonly string[] _formats = [".mp4", ".jpg", ".png", ".webp", ".gif", ".wav"];

    private static readonly DeliveredFile _video = new("", null, true);

    private static readonly Dictionary<string, DeliveredFile> _known = new()
    {
        [OutputNames.Video] = _video,
        [OutputNames.Poster] = new("poster", Converted("One frame of the video."), true),
        [OutputNames.Thumbnail] = new("thumbnail", Converted("One frame of the video, made smaller."), false),
        [OutputNames.Spritesheet] = new("sprites", Converted("Frames of the video, made smaller."), false),
        [OutputNames.ContactSheet] = new("contact sheet", Converted("Frames of the video, made smaller."), false),
        [OutputNames.Gif] = new("animation", Converted("A part of the video, made smaller."), false),
        [OutputNames.MovingWebp] = new("animation", Converted("A part of the video, made smaller."), false),
    };

    /// <summary>Whether a file of that name is stamped.</summary>
    /// <param name="name">Name or path.</param>
    public static bool CarriesManifest(string name) => _formats.Contains(Path.GetExtension(name));

    /// <summary>Whether a file of that name holds others that are stamped.</summary>
    /// <param name="name">Name or path.</param>
    public static bool HoldsFiles(string name) => Path.GetExtension(name) == ".zip";

    /// <summary>Whether the file's manifests are kept apart from it as well: those of the video and of what is shown of it.</summary>
    /// <param name="name">As for <see cref="Of"/>.</param>
    public static bool KeepsManifest(string name) => !name.StartsWith(OutputNames.Project, StringComparison.Ordinal);

    /// <summary>What becomes of the video in a file.</summary>
    /// <param name="name">Its name, or that of the archive and the path in it.</param>
    public static DeliveredFile Of(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        var path = name.Split('/');
        return path switch
        {
            [OutputNames.Hls, var size, _] => new($"stream {size}", new ActionDefinition("c2pa.transcoded"), size.All(char.IsAsciiDigit)),
            [OutputNames.Project, "finished.mp4"] => _video,
            _ => new(path[^1], null, false),
        };
    }

    /// <summary>The file with the implicit label in its metadata, if it is a picture that takes one; videos got theirs when they were cut.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="contentId">The producer's number of the content.</param>
    /// <param name="digitalSourceType">How it was made.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Stream> Labelled(string name, Stream file, string contentId, string digitalSourceType, CancellationToken cancellation)
    {
        if (Path.GetExtension(name) is not (".jpg" or ".png" or ".webp" or ".gif"))
        {
            return file;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return PictureLabel.Write(bytes.ToArray(), AigcLabel.ForGenerated(Producer, contentId), digitalSourceType) is { } labelled
            ? new MemoryStream(labelled, writable: false)
            : file;
    }

    /// <summary>The producer that implicit labels name.</summary>
    public const string Producer = "SoraFunctions";

    private static ActionDefinition Converted(string how) => new("c2pa.converted") { Description = how };
}
