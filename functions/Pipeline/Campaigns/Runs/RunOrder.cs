namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>Make a run.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="RunId">Which: a <see cref="Data.CampaignRunRow"/>.</param>
/// <param name="Planned">How many cells are written down; null once all are.</param>
public sealed record RunOrder(string Tenant, string RunId, int? Planned = 0);
