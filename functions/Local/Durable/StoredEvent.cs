namespace SoraFunctions.Local.Durable;

/// <summary>An event that was raised and not yet taken.</summary>
/// <param name="Id">Later events have higher ids.</param>
/// <param name="Name">Its name.</param>
/// <param name="Payload">JSON.</param>
internal sealed record StoredEvent(long Id, string Name, string Payload);
