namespace SoraFunctions.Provenance.Verification;

/// <summary>An invisible watermark or fingerprint that a manifest names.</summary>
/// <param name="Algorithm">What it is and how it is read.</param>
/// <param name="Value">Its payload in lower-case hexadecimal.</param>
public sealed record SoftBindingInfo(string Algorithm, string Value);
