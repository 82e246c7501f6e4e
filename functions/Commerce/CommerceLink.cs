namespace SoraFunctions.Commerce;

/// <summary>The tracked link of one channel.</summary>
/// <param name="Channel">Where the video is shown.</param>
/// <param name="Link">The short link.</param>
/// <param name="Destination">Where it usually leads, tags included.</param>
/// <param name="Player">The page that plays the video of this channel.</param>
/// <param name="Vast">The advert as ad servers take it.</param>
public sealed record CommerceLink(string Channel, string Link, string Destination, string Player, string Vast);
