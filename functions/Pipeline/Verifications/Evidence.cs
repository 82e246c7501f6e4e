namespace SoraFunctions.Pipeline.Verifications;

/// <summary>All that a verdict rests on.</summary>
/// <param name="Signature">What the manifest amounts to.</param>
/// <param name="SaysAi">Whether the manifest, if it holds, says that a computer made or changed what is seen.</param>
/// <param name="Marked">Whether the picture carries this deployment's mark.</param>
/// <param name="Resembles">Whether it looks like a video that was made here.</param>
/// <param name="Labelled">Whether there is an AIGC label that says that a computer made it, which anybody can write.</param>
public sealed record Evidence(SignatureEvidence Signature, bool SaysAi, bool Marked, bool Resembles, bool Labelled);
