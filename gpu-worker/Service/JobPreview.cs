namespace SoraFunctions.Service;

/// <summary>The newest picture of a job that is being worked on.</summary>
/// <param name="Picture">JPEG; null when it may not be shown.</param>
/// <param name="Withheld">Why it may not be shown; null when it may.</param>
public sealed record JobPreview(byte[]? Picture, string? Withheld);
