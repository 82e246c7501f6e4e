using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SoraFunctions.Provenance.Verification;

/// <summary>The root certificates whose signers are trusted.</summary>
public sealed class TrustAnchors
{
    private readonly X509Certificate2Collection roots;

    private TrustAnchors(X509Certificate2Collection roots) => this.roots = roots;

    /// <summary>Nobody is trusted: a correct file reads as Valid.</summary>
    public static TrustAnchors None { get; } = new([]);

    /// <summary>Reads roots from PEM text holding one or more certificates.</summary>
    /// <param name="pem">One or more certificates.</param>
    /// <exception cref="ArgumentException">The text holds no certificate or a broken one.</exception>
    public static TrustAnchors FromPem(string pem)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPem(pem);
        }
        catch (CryptographicException error)
        {
            throw new ArgumentException($"The trust anchors are not readable PEM: {error.Message}", nameof(pem), error);
        }
        return roots.Count > 0
            ? new TrustAnchors(roots)
            : throw new ArgumentException(
                "The trust anchors hold no certificate: PEM with BEGIN CERTIFICATE is needed.", nameof(pem));
    }

    /// <summary>Both sets together.</summary>
    /// <param name="other">The roots to add.</param>
    public TrustAnchors And(TrustAnchors other)
    {
        var all = new X509Certificate2Collection(roots);
        all.AddRange(other.roots);
        return new TrustAnchors(all);
    }

    /// <summary>
    /// Whether a chain leads from this leaf over these intermediates to a root at this instant. No network is used.
    /// </summary>
    internal bool Reach(X509Certificate2 leaf, IEnumerable<X509Certificate2> intermediates, DateTimeOffset at)
    {
        if (roots.Count == 0)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        foreach (var intermediate in intermediates)
            chain.ChainPolicy.ExtraStore.Add(intermediate);
        try
        {
            return chain.Build(leaf);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
