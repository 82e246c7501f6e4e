namespace SoraFunctions.Local.Checks;

/// <summary>What <c>sora verify</c> is asked.</summary>
/// <param name="Source">A file, or an http or https address.</param>
/// <param name="Json">Whether the answer is that of <c>POST /v1/verify</c>.</param>
/// <param name="Recover">Where the manifest goes that a copy lost; null for nowhere.</param>
/// <param name="Data">Folder of key, certificate and videos; null for the usual one.</param>
/// <param name="Language">BCP 47 tag of the verdict's language.</param>
internal sealed record VerifyArguments(string Source, bool Json, FileInfo? Recover, string? Data, string Language);
