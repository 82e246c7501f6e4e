namespace SoraFunctions.Pipeline.ProductModels;

/// <summary>What 3-D models are taken.</summary>
public static class ModelLimits
{
    /// <summary>Most bytes: 50 MiB.</summary>
    public const int LargestLength = 50 * 1024 * 1024;

    /// <summary>Media type of what is taken.</summary>
    public const string MediaType = "model/gltf-binary";

    /// <summary>All of it, in words.</summary>
    public const string Accepted = "a glTF 2.0 binary file (.glb) with all buffers and pictures (PNG, JPEG or WebP) inside, its meshes uncompressed, and at most 50 MiB";
}
