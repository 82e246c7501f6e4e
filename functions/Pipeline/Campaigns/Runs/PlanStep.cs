namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>How far the plan of a run is written down.</summary>
/// <param name="Planned">How many cells are; null once all are, or there is no run to plan.</param>
public sealed record PlanStep(int? Planned);
