using System.Globalization;

namespace SoraFunctions.Pipeline.Collection;

/// <summary>Names of blobs that are needed, in 16 bytes each: of a million blobs, two that begin alike are one chance in 10^26.</summary>
public sealed class NeededNames
{
    private readonly HashSet<UInt128> _hashes = [];
    private readonly HashSet<string> _videos = [];

    /// <summary>Whether a blob is needed. One whose path names nothing is none that could be judged: it is.</summary>
    /// <param name="path">Its path.</param>
    public bool Contains(string path) =>
        BlobNames.Of(path) is { } hash ? _hashes.Contains(Short(hash))
        : BlobNames.VideoOf(path) is not { } video || _videos.Contains(video);

    /// <summary>Adds all that a text names.</summary>
    internal void Add(string text)
    {
        foreach (var hash in BlobNames.In(text))
        {
            _hashes.Add(Short(hash));
        }
    }

    /// <summary>Adds what goes by a video.</summary>
    internal void AddVideo(string id) => _videos.Add(id);

    private static UInt128 Short(string hash) => UInt128.Parse(hash.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
