using SoraFunctions.World.Gltf;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Gltf;

/// <summary>Reads models without decoding their pictures: each is a small grey one.</summary>
internal static class Reading
{
    public static Model Read(byte[] bytes)
    {
        using var file = GltfFile.Open(bytes);
        return ModelReader.Read(file, PictureFiles.Of(file).ToDictionary(
            pair => pair.Key, pair => new Texture(2, 2, [.. Enumerable.Repeat((byte)128, 16)])));
    }

    public static Model Read(string sample) => Read(Samples.All[sample]().Glb());
}
