namespace SoraFunctions.Pipeline.Pictures;

/// <summary>What a picture's header says.</summary>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record PictureFacts(string MediaType, int Width, int Height);
