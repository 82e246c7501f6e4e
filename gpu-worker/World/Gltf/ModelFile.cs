using SoraFunctions.Media.Pictures;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Gltf;

/// <summary>
/// Reads 3-D models: glTF 2.0 as .glb, or as .gltf with data URIs. At most 50 MB and 1,000,000 triangles; pictures are scaled to 2048
/// pixels. Skins, morph targets and the first animation are read; Draco, meshopt and Basis compression are not.
/// </summary>
public static class ModelFile
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MostBytes = 50_000_000;

    private const int LongestSide = 2048;

    /// <summary>Reads a model. Fails with <see cref="InvalidDataException"/> that names what is wrong and where.</summary>
    /// <param name="path">The file; its name does not matter.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<Model> Read(string path, CancellationToken cancellation)
    {
        var length = new FileInfo(path).Length;
        if (length > MostBytes)
        {
            throw new InvalidDataException($"The model has {length / 1_000_000} MB; {MostBytes / 1_000_000} MB are possible.");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        using var file = GltfFile.Open(bytes);
        Dictionary<int, Texture> pictures = [];
        foreach (var (image, picture) in PictureFiles.Of(file))
        {
            pictures[image] = await Decode(image, picture, cancellation).ConfigureAwait(false);
        }

        return await Task.Run(() => ModelReader.Read(file, pictures), cancellation).ConfigureAwait(false);
    }

    // The decoder takes files only.
    private static async Task<Texture> Decode(int image, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, bytes, cancellation).ConfigureAwait(false);
            var picture = await PictureDecoder.Decode(path, cancellation).ConfigureAwait(false);
            return Rescale.Within(new(picture.Width, picture.Height, picture.Rgba), LongestSide);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"images[{image}] can't be used: {problem.Message}", problem);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
