namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Webhook deliveries that are due.</summary>
/// <param name="Deliveries">Their ids.</param>
public sealed record Announcements(IReadOnlyList<string> Deliveries);
