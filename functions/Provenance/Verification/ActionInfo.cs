namespace SoraFunctions.Provenance.Verification;

/// <summary>A step in the making of a video, as its manifest states it.</summary>
/// <param name="Name">Such as c2pa.created.</param>
/// <param name="When">RFC 3339 time as written, or null.</param>
/// <param name="DigitalSourceType">IPTC address, or null.</param>
/// <param name="SoftwareAgent">What carried it out, with its version, or null.</param>
public sealed record ActionInfo(string Name, string? When, string? DigitalSourceType, string? SoftwareAgent);
