namespace SoraFunctions.Media.Cuts;

/// <summary>All that is written on a cut.</summary>
/// <param name="Card">Where things stand on the end card; null when there is none.</param>
/// <param name="Captions">The captions and when they are there.</param>
/// <param name="Stickers">Pictures that lie over the cut: the logo and emoji.</param>
/// <param name="Fonts">Folder of the brand's font; null for none.</param>
internal sealed record CutWords(EndCardLayout? Card, IReadOnlyList<TimedCaption> Captions, IReadOnlyList<Sticker> Stickers, string? Fonts);
