using System.Security.Cryptography;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Finds out where a file comes from.</summary>
/// <param name="signers">In whose names this deployment signs.</param>
/// <param name="picture">Looks at the picture.</param>
/// <param name="lookup">Knows what was made here.</param>
/// <param name="manifests">Knows what was signed here, with whatever key.</param>
/// <param name="time">The clock, for the validity of certificates.</param>
public sealed class VerificationDesk(
    ISigners signers, PictureExamination picture, MatchLookup lookup, ManifestRepository manifests, TimeProvider time)
{
    /// <summary>No tenant has this name, so it stands for the deployment's own signer.</summary>
    private const string Deployment = "_deployment";

    /// <summary>How long the picture may be examined; everything else takes a small part of that.</summary>
    public static TimeSpan LongestExamination { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Finds out. A hostile file is reported on, and costs no more time and memory than an honest one of its length.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Verification> Verify(FileInfo file, CancellationToken cancellation)
    {
        await using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        var (manifest, signature) = await Read(content, Deployment, cancellation);
        var known = signature == SignatureEvidence.Foreign && await IsKept(content, cancellation);
        signature = known ? SignatureEvidence.Ours : signature;
        var shown = await picture.Run(file, sha256, LongestExamination, cancellation);
        var label = signature == SignatureEvidence.Ours ? manifest.Lineage[0].ManifestLabel : null;
        var matches = await lookup.Find(sha256, label, shown, cancellation);
        foreach (var tenant in matches.Select(match => match.Tenant).Distinct().TakeWhile(_ => signature == SignatureEvidence.Foreign))
        {
            (manifest, signature) = await Read(content, tenant, cancellation);
        }

        return new Verification(sha256, content.Length, manifest, signature, shown, matches);
    }

    /// <summary>What the manifest says and amounts to, if what is signed for a tenant is signed here.</summary>
    private async Task<(VerificationReport Manifest, SignatureEvidence Signature)> Read(Stream content, string tenant, CancellationToken cancellation)
    {
        var identity = await IdentityOf(tenant, cancellation);
        var manifest = await Task.Run(() => ProvenanceReader.Verify(content, identity?.TrustAnchors, time, cancellation), cancellation);
        return (manifest, Signatures.Of(manifest, identity?.Organisation));
    }

    /// <summary>Whether these very manifests were signed here, perhaps with a key that is no longer ours: they hold, and were kept.</summary>
    private async Task<bool> IsKept(Stream content, CancellationToken cancellation) =>
        await Task.Run(() => Ancestry.Read(content, clock: time, cancellationToken: cancellation), cancellation) is { } read
        && await manifests.Find(read.ManifestLabel, cancellation) is { } row
        && row.Path.EndsWith(Convert.ToHexStringLower(SHA256.HashData(read.Store.Span)), StringComparison.Ordinal);

    private async Task<SigningIdentity?> IdentityOf(string tenant, CancellationToken cancellation)
    {
        try
        {
            return await signers.Of(tenant, cancellation);
        }
        catch (FinalException)
        {
            // Who has no key has signed nothing.
            return null;
        }
    }
}
