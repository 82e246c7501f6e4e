namespace SoraFunctions.Commerce.Players;

/// <summary>A file that an ad server may play.</summary>
/// <param name="Address">Where it is, https.</param>
/// <param name="MediaType">Such as <c>video/mp4</c>.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="KilobitsPerSecond">Its mean rate; 0 when unknown.</param>
public sealed record MediaFile(Uri Address, string MediaType, int Width, int Height, int KilobitsPerSecond = 0);
