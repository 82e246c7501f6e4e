namespace SoraFunctions.Provenance.Verification;

/// <summary>One check and how it went.</summary>
/// <param name="Kind">Passed, noted or failed.</param>
/// <param name="Code">Status code of C2PA 2.2 section 15.2, or an own one beginning with com.sorafunctions.</param>
/// <param name="Url">Address of the box it is about (self#jumbf=...), or null when it is about the file.</param>
/// <param name="Explanation">In plain words.</param>
public sealed record VerificationEntry(EntryKind Kind, string Code, string? Url, string Explanation);
