namespace SoraFunctions.Pipeline.Shops.Publishing;

/// <summary>How far a publication is.</summary>
/// <param name="Later">Whether the shop takes no more videos for now.</param>
/// <param name="Ended">Whether there is nothing more to do.</param>
public sealed record PublishStep(bool Later = false, bool Ended = false);
