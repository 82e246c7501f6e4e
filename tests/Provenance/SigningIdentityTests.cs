using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public class SigningIdentityTests
{
    [Fact]
    public async Task Everyone_who_starts_on_an_empty_folder_gets_the_same_identity()
    {
        var folder = Directory.CreateTempSubdirectory("identity-").FullName;

        var roots = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            using var identity = IdentityFolder.LoadOrCreate(folder, "Example Studio", TimeProvider.System);
            return identity.RootPem;
        })));

        Assert.Single(roots.Distinct());
        Assert.Equal(["root.pem", "signing.pem"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(roots[0], File.ReadAllText(Path.Combine(folder, "root.pem")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "signing.pem")));
        Directory.Delete(folder, true);
    }

    [Fact]
    public void What_a_stored_identity_signs_is_trusted_by_its_root()
    {
        var folder = Directory.CreateTempSubdirectory("identity-").FullName;
        using var first = IdentityFolder.LoadOrCreate(folder, "Example Studio", TimeProvider.System);
        using var again = IdentityFolder.LoadOrCreate(folder, "Example Studio", TimeProvider.System);

        var stamped = Samples.Stamp(Samples.Video("faststart"), identity: again);

        Assert.Equal(VerificationState.Trusted, Samples.Verify(stamped, first.TrustAnchors).State);
        Assert.Equal(VerificationState.Valid, Samples.Verify(stamped, TrustAnchors.None).State);
        Assert.Equal("Example Studio", again.Organisation);
        Directory.Delete(folder, true);
    }

    [Fact]
    public void A_manifest_turns_invalid_when_its_certificate_ends()
    {
        var identity = Samples.Identity.Value;
        var stamped = Samples.Stamp(Samples.Video("faststart"));

        var before = ProvenanceReader.Verify(new MemoryStream(stamped), identity.TrustAnchors, new Day(identity.ValidUntil.AddDays(-1)));
        var after = ProvenanceReader.Verify(new MemoryStream(stamped), identity.TrustAnchors, new Day(identity.ValidUntil.AddDays(1)));

        Assert.Equal(VerificationState.Trusted, before.State);
        Assert.Equal(VerificationState.Invalid, after.State);
        Assert.Contains(after.Entries, one => one.Code == "signingCredential.expired");
        Assert.True(identity.ValidUntil > DateTimeOffset.UtcNow.AddYears(20));
    }

    [PeerFact]
    public void Keys_of_every_kind_sign_to_the_official_validators_content()
    {
        foreach (var key in new AsymmetricAlgorithm[] { ECDsa.Create(ECCurve.NamedCurves.nistP384), ECDsa.Create(ECCurve.NamedCurves.nistP521), RSA.Create(2048) })
        {
            var (chain, root) = Certify(key, _ => { });
            using var identity = SigningIdentity.FromPem(chain, Pkcs8(key));
            var stamped = Samples.Stamp(Samples.Video("faststart"), identity: identity);

            Assert.Equal(VerificationState.Trusted, Samples.Verify(stamped, TrustAnchors.FromPem(root)).State);
            var answer = Assert.Single(Peers.Official(root, Samples.Save(stamped, "key " + key.KeySize)));
            Assert.True(Peers.State(answer) == "Trusted", answer.ToString());
        }
    }

    [Theory]
    [InlineData("authority", "authority")]
    [InlineData("no purpose", "not for")]
    [InlineData("any purpose", "any purpose")]
    [InlineData("code signing", "not for")]
    [InlineData("time-stamping too", "time-stamping")]
    [InlineData("no key usage", "key usage")]
    [InlineData("no signing usage", "key usage")]
    [InlineData("no authority key", "authority key identifier")]
    [InlineData("unknown critical extension", "critical extension")]
    public void A_certificate_that_readers_would_refuse_is_refused_before_signing(string fault, string reason)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (chain, _) = Certify(key, request => Spoil(request, fault), withAuthorityKey: fault != "no authority key");

        var error = Assert.Throws<ArgumentException>(() => SigningIdentity.FromPem(chain, Pkcs8(key)));

        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void A_short_rsa_key_is_refused()
    {
        using var key = RSA.Create(1024);
        var (chain, _) = Certify(key, _ => { });
        Assert.Throws<ArgumentException>(() => SigningIdentity.FromPem(chain, Pkcs8(key)));
    }

    [Fact]
    public void Trust_anchors_that_are_no_certificates_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TrustAnchors.FromPem("nothing"));
        Assert.Throws<ArgumentException>(() => TrustAnchors.FromPem("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"));
    }

    private static void Spoil(CertificateRequest request, string fault)
    {
        void Without<T>() where T : X509Extension
        {
            foreach (var extension in request.CertificateExtensions.OfType<T>().ToList())
                request.CertificateExtensions.Remove(extension);
        }
        void Purposes(params string[] oids)
        {
            Without<X509EnhancedKeyUsageExtension>();
            var collection = new OidCollection();
            foreach (var oid in oids)
                collection.Add(new Oid(oid));
            if (oids.Length > 0)
                request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(collection, false));
        }
        switch (fault)
        {
            case "authority":
                Without<X509BasicConstraintsExtension>();
                request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
                break;
            case "no purpose":
                Purposes();
                break;
            case "any purpose":
                Purposes(CertificateProfile.EmailProtection, "2.5.29.37.0");
                break;
            case "code signing":
                Purposes("1.3.6.1.5.5.7.3.3");
                break;
            case "time-stamping too":
                Purposes(CertificateProfile.EmailProtection, "1.3.6.1.5.5.7.3.8");
                break;
            case "no key usage":
                Without<X509KeyUsageExtension>();
                break;
            case "no signing usage":
                Without<X509KeyUsageExtension>();
                request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, true));
                break;
            case "unknown critical extension":
                request.CertificateExtensions.Add(new X509Extension("1.2.3.4", [5, 0], true));
                break;
        }
    }

    /// <summary>A chain as PEM, leaf first, for a key; and its root.</summary>
    private static (string Chain, string Root) Certify(AsymmetricAlgorithm key, Action<CertificateRequest> change, bool withAuthorityKey = true)
    {
        var now = DateTimeOffset.UtcNow;
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("O=Root", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        rootRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        rootRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(rootRequest.PublicKey, false));
        using var root = rootRequest.CreateSelfSigned(now.AddDays(-1), now.AddYears(2));

        var name = new X500DistinguishedName("O=Somebody");
        var request = key is ECDsa ec
            ? new CertificateRequest(name, ec, HashAlgorithmName.SHA256)
            : new CertificateRequest(name, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(CertificateProfile.EmailProtection)], false));
        if (withAuthorityKey)
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        change(request);
        using var leaf = request.Create(root.SubjectName, X509SignatureGenerator.CreateForECDsa(rootKey), now.AddDays(-1), now.AddYears(1), [1, 2, 3]);
        return ($"{leaf.ExportCertificatePem()}\n{root.ExportCertificatePem()}\n", root.ExportCertificatePem());
    }

    private static string Pkcs8(AsymmetricAlgorithm key) => key.ExportPkcs8PrivateKeyPem();

    private sealed class Day(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
