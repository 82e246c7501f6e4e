namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>Finds a character of the caller by its id; null when he has none of that id.</summary>
/// <param name="id">Which.</param>
/// <param name="cancellation">Stops waiting.</param>
public delegate Task<Character?> CharacterLookup(string id, CancellationToken cancellation);
