namespace SoraFunctions.Pipeline.Videos;

/// <summary>The input of a stage: what to do, and for whom. Only the order decides the result and its key.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="VideoId">For which video progress is shown.</param>
/// <param name="Order">What to do.</param>
/// <typeparam name="TOrder">A small message.</typeparam>
public sealed record Step<TOrder>(string Tenant, string VideoId, TOrder Order);
