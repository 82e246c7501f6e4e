namespace SoraFunctions.Provenance.Stamping;

/// <summary>
/// An invisible watermark or fingerprint by which the manifest can be found again after the file lost it
/// (assertion c2pa.soft-binding).
/// </summary>
/// <param name="Algorithm">Name from the C2PA soft binding list, or an own reverse domain name.</param>
/// <param name="Value">The watermark's payload or the fingerprint.</param>
public sealed record SoftBinding(string Algorithm, ReadOnlyMemory<byte> Value);
