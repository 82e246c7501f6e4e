using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Gltf;

/// <summary>Makes textures from a model's decoded pictures; equal uses share one object.</summary>
internal sealed class TextureReader
{
    private readonly IReadOnlyList<Place> _textures;
    private readonly IReadOnlyList<Place> _samplers;
    private readonly int _images;
    private readonly IReadOnlyDictionary<int, Texture> _pictures;
    private readonly Dictionary<(int Texture, bool IsData, bool Opaque), Texture> _made = [];

    /// <summary>For a model and its decoded pictures by number of the image.</summary>
    public TextureReader(Place root, IReadOnlyDictionary<int, Texture> pictures)
    {
        (_textures, _samplers, _images) = (root.Items("textures"), root.Items("samplers"), root.Items("images").Count);
        _pictures = pictures;
    }

    /// <summary>The texture of a reference; null when it shows no picture that is there.</summary>
    /// <param name="reference">With its "index".</param>
    /// <param name="isData">Whether its numbers are measures and not colours.</param>
    /// <param name="opaque">Whether its alpha does not count.</param>
    public Texture? Read(Place reference, bool isData, bool opaque)
    {
        var index = reference.Index("index", _textures.Count, "textures") ?? throw reference.Broken("lacks \"index\"");
        if (PictureFiles.Source(_textures[index], _images) is not { } image || !_pictures.TryGetValue(image, out var picture))
        {
            return null;
        }

        if (_made.TryGetValue((index, isData, opaque), out var known))
        {
            return known;
        }

        var sampler = _textures[index].Index("sampler", _samplers.Count, "samplers") is { } s ? _samplers[s] : (Place?)null;
        return _made[(index, isData, opaque)] = picture with
        {
            Rgba = opaque && HasAlpha(picture) ? Opaque(picture.Rgba) : picture.Rgba,
            IsData = isData,
            Across = Wrap(sampler, "wrapS"),
            Down = Wrap(sampler, "wrapT"),
        };
    }

    private static Tiling Wrap(Place? sampler, string name) => sampler?.Whole(name, 10497, 0, 65535) switch
    {
        null or 10497 => Tiling.Repeat,
        33648 => Tiling.Mirror,
        33071 => Tiling.Clamp,
        var other => throw sampler.Value.Broken($"has \"{name}\" {other}; 10497, 33648 and 33071 are known"),
    };

    private static bool HasAlpha(Texture picture)
    {
        for (var i = 3; i < picture.Rgba.Length; i += 4)
        {
            if (picture.Rgba[i] != 255)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] Opaque(byte[] rgba)
    {
        var result = (byte[])rgba.Clone();
        for (var i = 3; i < result.Length; i += 4)
        {
            result[i] = 255;
        }

        return result;
    }
}
