namespace SoraFunctions.Pipeline.Rights;

/// <summary>A rights-holder is no longer what the caller has seen.</summary>
/// <param name="id">Of the holder.</param>
public sealed class HolderChangedException(string id)
    : Exception($"{id} has changed since it was looked at. Read it again; its revision says what was seen.");
