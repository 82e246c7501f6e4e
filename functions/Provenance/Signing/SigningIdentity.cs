using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SoraFunctions.Provenance.Signing;

/// <summary>
/// Who signs manifests: a private key and its certificate chain. Elliptic keys (P-256, P-384, P-521) sign
/// with ES256, ES384, ES512; RSA keys with PS256. Safe to use from several threads.
/// </summary>
public sealed class SigningIdentity : IDisposable
{
    private readonly AsymmetricAlgorithm key;
    private readonly Lock signing = new();
    private readonly IReadOnlyList<X509Certificate2> certificates;

    internal SigningIdentity(AsymmetricAlgorithm key, IReadOnlyList<X509Certificate2> certificates)
    {
        Algorithm = SigningAlgorithm.For(key);
        if (CertificateProfile.Fault(certificates[0]) is { } fault)
            throw new ArgumentException($"This certificate cannot sign manifests. {fault}", nameof(certificates));
        this.key = key;
        this.certificates = certificates;
        var root = certificates.FirstOrDefault(IsSelfIssued);
        RootPem = root?.ExportCertificatePem() + (root is null ? "" : "\n");
        Chain = [.. certificates.Where((one, index) => index == 0 || !IsSelfIssued(one)).Select(one => one.RawData)];
    }

    /// <summary>The organisation that the signing certificate names; readers show it as the issuer.</summary>
    public string Organisation =>
        DistinguishedName.Part(certificates[0].SubjectName, DistinguishedName.Organisation) ?? certificates[0].Subject;

    /// <summary>
    /// When the signing certificate ends. Manifests without a time-stamp read as invalid from then on.
    /// </summary>
    public DateTimeOffset ValidUntil => certificates[0].NotAfter.ToUniversalTime();

    /// <summary>From when the signing certificate holds.</summary>
    public DateTimeOffset ValidFrom => certificates[0].NotBefore.ToUniversalTime();

    /// <summary>
    /// The root certificate as PEM, to configure as a trust anchor elsewhere; empty when the chain ends without its
    /// root.
    /// </summary>
    public string RootPem { get; }

    /// <summary>The root as trust anchors for our own verifier.</summary>
    /// <exception cref="InvalidOperationException">The chain ends without its root.</exception>
    public Verification.TrustAnchors TrustAnchors => RootPem.Length > 0
        ? Verification.TrustAnchors.FromPem(RootPem)
        : throw new InvalidOperationException("The certificate chain of this identity ends without its root.");

    /// <summary>Who attests the time of each signature; null when nobody does.</summary>
    public TimeStampAuthority? TimeStamps { get; private init; }

    internal SigningAlgorithm Algorithm { get; }

    internal IReadOnlyList<byte[]> Chain { get; }

    internal int SignatureSize => SigningAlgorithm.SignatureSize(key);

    internal byte[] Sign(byte[] message)
    {
        lock (signing)
            return Algorithm.Sign(key, message);
    }

    /// <summary>
    /// Reads a certificate chain (leaf first; with or without its root) and the leaf's private key from PEM files.
    /// </summary>
    /// <param name="certificates">File with the certificates.</param>
    /// <param name="privateKey">File with the key (PKCS#8, SEC 1 or PKCS#1); may be the same file.</param>
    /// <exception cref="ArgumentException">The key does not belong to the first certificate, or the certificate cannot
    /// sign manifests.</exception>
    /// <exception cref="CryptographicException">A file is not readable PEM.</exception>
    public static SigningIdentity Load(string certificates, string privateKey) =>
        FromPem(File.ReadAllText(certificates), File.ReadAllText(privateKey));

    /// <summary>As <see cref="Load"/>, from text, for keys that come from a key vault.</summary>
    /// <param name="certificates">PEM text of the chain, leaf first.</param>
    /// <param name="privateKey">PEM text of the leaf's private key.</param>
    /// <exception cref="ArgumentException">The key does not belong to the first certificate, or the certificate cannot
    /// sign manifests.</exception>
    /// <exception cref="CryptographicException">A text is not readable PEM.</exception>
    public static SigningIdentity FromPem(string certificates, string privateKey)
    {
        var chain = Chained(certificates);
        using var paired = X509Certificate2.CreateFromPem(chain[0].ExportCertificatePem(), privateKey);
        AsymmetricAlgorithm key = paired.GetECDsaPrivateKey() as AsymmetricAlgorithm ?? paired.GetRSAPrivateKey()
            ?? throw new ArgumentException("The private key is neither elliptic nor RSA.", nameof(privateKey));
        return new SigningIdentity(key, [.. chain]);
    }

    /// <summary>As <see cref="Load"/>, from a PKCS#12 file (PFX) with key and chain.</summary>
    /// <param name="pfx">The whole file.</param>
    /// <param name="password">Its password; null for none.</param>
    /// <exception cref="ArgumentException">There is no key, or its certificate cannot sign manifests.</exception>
    /// <exception cref="CryptographicException">It is no PKCS#12 file, or the password is another.</exception>
    public static SigningIdentity FromPfx(ReadOnlySpan<byte> pfx, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12Collection(pfx, password, X509KeyStorageFlags.Exportable);
        var leaf = all.FirstOrDefault(one => one.HasPrivateKey) ?? throw new ArgumentException("The PFX file holds no private key.", nameof(pfx));
        AsymmetricAlgorithm key = leaf.GetECDsaPrivateKey() as AsymmetricAlgorithm ?? leaf.GetRSAPrivateKey()
            ?? throw new ArgumentException("The private key is neither elliptic nor RSA.", nameof(pfx));
        return new SigningIdentity(key, [X509CertificateLoader.LoadCertificate(leaf.RawData), .. Issuers(leaf, all)]);
    }

    /// <summary>
    /// Makes a new identity under a root of its own: trusted only where <see cref="RootPem"/> is configured.
    /// </summary>
    /// <param name="organisation">Name shown to readers as the issuer; 1 to 45 characters, so that the common names
    /// stay within the 64 of X.520.</param>
    /// <param name="clock">Gives the day from which the certificates hold; they hold 28 years.</param>
    /// <exception cref="ArgumentException">The organisation is empty or too long.</exception>
    public static SigningIdentity CreateSelfMade(string organisation, TimeProvider clock)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new SigningIdentity(key, Certificates(organisation, key, clock));
    }

    /// <summary>Certificates under a root of its own for a key that lives elsewhere, as PEM, leaf first and root last.</summary>
    /// <param name="organisation">As for <see cref="CreateSelfMade"/>.</param>
    /// <param name="publicKey">The signer's key; its private part is not asked for.</param>
    /// <param name="clock">As for <see cref="CreateSelfMade"/>.</param>
    /// <exception cref="ArgumentException">The organisation is empty or too long.</exception>
    public static string IssueSelfMade(string organisation, AsymmetricAlgorithm publicKey, TimeProvider clock) =>
        string.Concat(Certificates(organisation, publicKey, clock).Select(one => one.ExportCertificatePem() + "\n"));

    /// <summary>
    /// An identity whose private key need not be here: the key signs by asking whoever keeps it. It is disposed of with the identity.
    /// </summary>
    /// <param name="certificates">PEM text of the chain, leaf first.</param>
    /// <param name="key">Gives its public part, and signs hashes.</param>
    /// <exception cref="ArgumentException">The key does not belong to the first certificate, or the certificate cannot
    /// sign manifests.</exception>
    /// <exception cref="CryptographicException">The text is not readable PEM.</exception>
    public static SigningIdentity FromKey(string certificates, AsymmetricAlgorithm key)
    {
        var chain = Chained(certificates);
        using var certified = chain[0].GetECDsaPublicKey() as AsymmetricAlgorithm ?? CertificateKey.Rsa(chain[0]);
        if (certified is null || !certified.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
            throw new ArgumentException("The first certificate is not that of the signing key.", nameof(certificates));
        return new SigningIdentity(key, [.. chain]);
    }

    /// <summary>The same identity with each signature time-stamped. Shares the key: dispose of one of the two.</summary>
    /// <param name="authority">Who attests the time.</param>
    public SigningIdentity TimeStampedBy(TimeStampAuthority authority) => new(key, certificates) { TimeStamps = authority };

    /// <summary>Key and chain as one PEM text. Secret.</summary>
    internal string ExportPem()
    {
        var text = new StringBuilder(key.ExportPkcs8PrivateKeyPem()).Append('\n');
        foreach (var certificate in certificates)
            text.Append(certificate.ExportCertificatePem()).Append('\n');
        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        key.Dispose();
        foreach (var certificate in certificates)
            certificate.Dispose();
    }

    private static X509Certificate2Collection Chained(string certificates)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(certificates);
        return chain.Count > 0
            ? chain
            : throw new ArgumentException(
                "No certificate found: PEM with at least the signing certificate is needed.", nameof(certificates));
    }

    /// <summary>The issuers of a certificate in order, as far as they are there: PFX files keep none.</summary>
    private static List<X509Certificate2> Issuers(X509Certificate2 leaf, X509Certificate2Collection all)
    {
        var issuers = new List<X509Certificate2>();
        for (var last = leaf; !IsSelfIssued(last) && issuers.Count < all.Count; last = issuers[^1])
        {
            if (all.FirstOrDefault(one => one.SubjectName.RawData.AsSpan().SequenceEqual(last.IssuerName.RawData)) is not { } issuer)
                break;
            issuers.Add(issuer);
        }
        return issuers;
    }

    private static X509Certificate2[] Certificates(string organisation, AsymmetricAlgorithm key, TimeProvider clock)
    {
        const int Longest = 45;
        if (string.IsNullOrWhiteSpace(organisation) || organisation.Length > Longest)
            throw new ArgumentException($"The organisation must have 1 to {Longest} characters.", nameof(organisation));
        return SelfMadeAuthority.Make(organisation, clock.GetUtcNow(), key);
    }

    private static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
