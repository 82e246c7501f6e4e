using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>A 3-D model that was checked and stored.</summary>
/// <param name="Blob">Its bytes: glTF 2.0 binary.</param>
/// <param name="Pictures">The pictures in it that are large enough to show something.</param>
public sealed record ProductModel(BlobRef Blob, IReadOnlyList<ModelPicture> Pictures);
