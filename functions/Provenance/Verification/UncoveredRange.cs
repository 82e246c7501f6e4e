namespace SoraFunctions.Provenance.Verification;

/// <summary>Bytes of the file that no hash covers: changing them would go unnoticed.</summary>
/// <param name="Offset">First byte, counted from 0.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Box">Path of the box they belong to, such as /ftyp.</param>
public sealed record UncoveredRange(long Offset, long Length, string Box);
