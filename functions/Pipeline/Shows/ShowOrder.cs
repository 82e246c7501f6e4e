namespace SoraFunctions.Pipeline.Shows;

/// <summary>Look after a show.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="ShowId">Which: a <see cref="Data.ShowRow"/>.</param>
public sealed record ShowOrder(string Tenant, string ShowId);
