using SoraFunctions.World.Gltf;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging;

/// <summary>What merchants give a shot, decoded, by SHA-256.</summary>
/// <param name="Pictures">The pictures of its cast.</param>
/// <param name="Models">The 3-D models of its cast.</param>
public sealed record ShotAssets(IReadOnlyDictionary<string, Texture> Pictures, IReadOnlyDictionary<string, Model> Models)
{
    /// <summary>For a cast of props alone.</summary>
    public static ShotAssets None { get; } = new(new Dictionary<string, Texture>(), new Dictionary<string, Model>());
}
