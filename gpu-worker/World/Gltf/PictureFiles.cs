namespace SoraFunctions.World.Gltf;

/// <summary>The picture files inside a model, as its materials use them.</summary>
internal static class PictureFiles
{
    private const int Most = 128;
    private static readonly string[] _accepted = ["image/png", "image/jpeg", "image/webp"];

    /// <summary>The file of each picture that a texture of the model shows, by number of the image.</summary>
    public static Dictionary<int, ReadOnlyMemory<byte>> Of(GltfFile file)
    {
        var images = file.Root.Items("images");
        var shown = file.Root.Items("textures").Select(texture => Source(texture, images.Count)).OfType<int>().Distinct().ToList();
        return shown.Count <= Most
            ? shown.ToDictionary(image => image, image => Bytes(file, images[image]))
            : throw file.Root.Broken($"has {shown.Count} pictures in use; {Most} are possible");
    }

    /// <summary>The number of the image that a texture shows; null when it shows none that can be read.</summary>
    public static int? Source(Place texture, int images) =>
        texture.Extension("EXT_texture_webp")?.Index("source", images, "images") ?? texture.Index("source", images, "images");

    private static ReadOnlyMemory<byte> Bytes(GltfFile file, Place image)
    {
        if (image.Text("uri") is { } uri)
        {
            return GltfFile.Data(image.Required("uri"), uri);
        }

        var view = image.Index("bufferView", file.Views.Count, "bufferViews") ?? throw image.Broken("has neither \"uri\" nor \"bufferView\"");
        return image.Text("mimeType") is not { } kind || _accepted.Contains(kind)
            ? file.View(view)
            : throw image.Broken($"is of the type {kind}; PNG, JPEG and WebP are read");
    }
}
