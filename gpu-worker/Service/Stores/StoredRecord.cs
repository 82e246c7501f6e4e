namespace SoraFunctions.Service.Stores;

/// <summary>A record as it was read.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Tag">Names this content, for conditions.</param>
public sealed record StoredRecord(byte[] Content, string Tag);
