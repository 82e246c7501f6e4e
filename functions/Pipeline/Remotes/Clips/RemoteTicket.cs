namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>A video that a remote has taken the order of.</summary>
/// <param name="Id">Its id there.</param>
public sealed record RemoteTicket(string Id);
