using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.ProductModels;

/// <summary>The bytes of a 3-D model that is taken, and the pictures in it; not stored yet.</summary>
/// <param name="Bytes">All of the file.</param>
/// <param name="Pictures">Those large enough to show something.</param>
public sealed record CheckedModel(ReadOnlyMemory<byte> Bytes, IReadOnlyList<ModelPicture> Pictures);
