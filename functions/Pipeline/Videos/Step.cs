namespace SoraFunctions.Pipeline.Videos;

/// <summary>The input of a stage: what to do, and for whom. Only the order decides the result and its key; the rest is for showing progress.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="VideoId">For which video progress is shown.</param>
/// <param name="Order">What to do.</param>
/// <param name="Share">Its share of its stage, where several such steps make the stage up; over 0 to 1.</param>
/// <typeparam name="TOrder">A small message.</typeparam>
public sealed record Step<TOrder>(string Tenant, string VideoId, TOrder Order, double Share = 1) : IStep;
