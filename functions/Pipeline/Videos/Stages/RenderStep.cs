namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>One shot among those of a video. Its place among them is for showing progress, and not part of the order.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="VideoId">For which video.</param>
/// <param name="Order">Which shot.</param>
/// <param name="Part">Channel and number of the shot, for people.</param>
/// <param name="Index">Its place among all shots of the video, from 0.</param>
/// <param name="Count">How many shots the video has, all channels counted.</param>
public sealed record RenderStep(string Tenant, string VideoId, RenderOrder Order, string Part, int Index, int Count);
