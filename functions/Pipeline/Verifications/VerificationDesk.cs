using System.Security.Cryptography;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Finds out where a file comes from.</summary>
/// <param name="signer">In whose name this deployment signs, and whom it trusts.</param>
/// <param name="picture">Looks at the picture.</param>
/// <param name="lookup">Knows what was made here.</param>
/// <param name="time">The clock, for the validity of certificates.</param>
public sealed class VerificationDesk(Signer signer, PictureExamination picture, MatchLookup lookup, TimeProvider time)
{
    /// <summary>How long the picture may be examined; everything else takes a small part of that.</summary>
    public static TimeSpan LongestExamination { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Finds out. A hostile file is reported on, and costs no more time and memory than an honest one of its length.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Verification> Verify(FileInfo file, CancellationToken cancellation)
    {
        await using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        var manifest = await Task.Run(() => ProvenanceReader.Verify(content, signer.Anchors, time, cancellation), cancellation);
        var signature = Signatures.Of(manifest, signer.Organisation);
        var shown = await picture.Run(file, sha256, LongestExamination, cancellation);
        var label = signature == SignatureEvidence.Ours ? manifest.Lineage[0].ManifestLabel : null;
        return new Verification(
            sha256, content.Length, manifest, signature, shown, await lookup.Find(sha256, label, shown.Mark?.Id, cancellation));
    }
}
