namespace SoraFunctions.Service.Stores;

/// <summary>A record as it is listed.</summary>
/// <param name="Name">Its whole name.</param>
/// <param name="Tag">Names its present content.</param>
public sealed record StoredName(string Name, string Tag);
