using SoraFunctions.Media.Pictures;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World;

/// <summary>The pictures used last, decoded: the shots of a video show the same product one after the other. Safe to share.</summary>
/// <param name="aids">What makes more of them.</param>
internal sealed class PictureShelf(PictureAids aids)
{
    private const int Most = 6;

    /// <summary>Pixels of the longer side below which a picture is small: a label fills half of a film's height.</summary>
    private const int Small = 640;

    private readonly Lock gate = new();
    private readonly List<(string Name, Texture Picture)> pictures = [];

    /// <summary>
    /// A picture no larger than staging needs it; the same object as long as it stands on the shelf. Fails with
    /// <see cref="InvalidDataException"/> as <see cref="PictureDecoder.Decode"/> does.
    /// </summary>
    /// <param name="name">What tells it from others: its SHA-256.</param>
    /// <param name="path">Its file.</param>
    /// <param name="finest">Whether a small picture is worth enlarging.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Texture> Take(string name, string path, bool finest, CancellationToken cancellation)
    {
        name = finest ? $"{name} finest" : name;
        if (Find(name) is { } found) return found;
        var decoded = await PictureDecoder.Decode(path, cancellation).ConfigureAwait(false);
        var picture = CutOut(PictureReader.Reduced(new(decoded.Width, decoded.Height, decoded.Rgba)), cancellation);
        if (finest && aids.Enlarge is { } enlarge && Math.Max(picture.Width, picture.Height) < Small)
        {
            picture = PictureReader.Reduced(enlarge(picture, cancellation));
        }

        lock (gate)
        {
            pictures.Insert(0, (name, picture));
            if (pictures.Count > Most) pictures.RemoveAt(Most);
        }

        return picture;
    }

    // A picture that has clear parts was cut out by its owner.
    private Texture CutOut(Texture picture, CancellationToken cancellation)
    {
        if (aids.CutOut is not { } cutOut || PictureReader.IsTransparent(picture) || cutOut(picture, cancellation) is not { } alpha)
        {
            return picture;
        }

        var rgba = (byte[])picture.Rgba.Clone();
        for (var i = 0; i < alpha.Length; i++)
        {
            rgba[(4 * i) + 3] = alpha[i];
        }

        return picture with { Rgba = rgba };
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
