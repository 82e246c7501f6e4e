namespace SoraFunctions.Api.Limits;

/// <summary>Whether a request may be answered.</summary>
/// <param name="Allowed">Whether it may.</param>
/// <param name="Left">How many more there are right now.</param>
/// <param name="Wait">When there is one again, where there is none.</param>
internal readonly record struct RateVerdict(bool Allowed, long Left, TimeSpan Wait);
