using SoraFunctions.Media.Pictures;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World;

/// <summary>The pictures used last, decoded: the shots of a video show the same product one after the other. Safe to share.</summary>
internal sealed class PictureShelf
{
    private const int Most = 6;

    private readonly Lock gate = new();
    private readonly List<(string Name, Texture Picture)> pictures = [];

    /// <summary>
    /// A picture no larger than staging needs it; the same object as long as it stands on the shelf. Fails with
    /// <see cref="InvalidDataException"/> as <see cref="PictureDecoder.Decode"/> does.
    /// </summary>
    /// <param name="name">What tells it from others: its SHA-256.</param>
    /// <param name="path">Its file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Texture> Take(string name, string path, CancellationToken cancellation)
    {
        if (Find(name) is { } found) return found;
        var decoded = await PictureDecoder.Decode(path, cancellation).ConfigureAwait(false);
        var picture = PictureReader.Reduced(new(decoded.Width, decoded.Height, decoded.Rgba));
        lock (gate)
        {
            pictures.Insert(0, (name, picture));
            if (pictures.Count > Most) pictures.RemoveAt(Most);
        }

        return picture;
    }

    private Texture? Find(string name)
    {
        lock (gate)
        {
            var at = pictures.FindIndex(picture => picture.Name == name);
            if (at < 0) return null;
            var found = pictures[at];
            pictures.RemoveAt(at);
            pictures.Insert(0, found);
            return found.Picture;
        }
    }
}
