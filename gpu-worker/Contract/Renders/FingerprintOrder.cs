namespace SoraFunctions.Contract.Renders;

/// <summary>Whose fingerprint is taken.</summary>
/// <param name="Picture">SHA-256 of a PNG, JPEG or WebP file. Even margins around what it shows don't count.</param>
public sealed record FingerprintOrder(string Picture);
