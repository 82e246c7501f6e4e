namespace SoraFunctions.Api.Authentication;

/// <summary>Marks an endpoint that takes callers with a key.</summary>
/// <param name="OrOpen">Whether it decides by itself about callers who show none; a key that is shown must be a good one all the same.</param>
internal sealed record NeedsKey(bool OrOpen = false);
