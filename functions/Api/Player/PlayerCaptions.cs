namespace SoraFunctions.Api.Player;

/// <summary>Captions in another language.</summary>
internal sealed record PlayerCaptions(string Language, string Src);
