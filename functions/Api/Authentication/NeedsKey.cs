namespace SoraFunctions.Api.Authentication;

/// <summary>Marks an endpoint that takes callers with a key only.</summary>
internal sealed record NeedsKey;
