namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>One shot among those of a video. What it is among them is for showing progress, and not part of the order.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="VideoId">For which video.</param>
/// <param name="Order">Which shot.</param>
/// <param name="Part">Channel and number of the shot, for people.</param>
/// <param name="Share">Its share of all shots of the video, over 0 to 1.</param>
public sealed record RenderStep(string Tenant, string VideoId, RenderOrder Order, string Part, double Share)
    : IStep;
