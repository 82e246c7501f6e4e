using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

public sealed class TimeStampTests : IDisposable
{
    private readonly Authority authority = new();
    private readonly SigningIdentity identity;

    public TimeStampTests() =>
        identity = Samples.Identity.Value.TimeStampedBy(new TimeStampAuthority(new HttpClient(authority), new Uri("http://tsa.example/")));

    [Fact]
    public void A_time_stamped_manifest_outlives_its_certificate_where_the_authority_is_trusted()
    {
        var stamped = Samples.Stamp(Samples.Video("faststart"), identity: identity);
        var later = new Day(identity.ValidUntil.AddYears(1));
        var both = identity.TrustAnchors.And(TrustAnchors.FromPem(authority.RootPem));

        var trusting = ProvenanceReader.Verify(new MemoryStream(stamped), both, later);
        var wary = ProvenanceReader.Verify(new MemoryStream(stamped), identity.TrustAnchors, later);

        Assert.True(trusting.State == VerificationState.Trusted, trusting.ToJson());
        Assert.Contains(trusting.Entries, one => one.Code == "timeStamp.trusted");
        Assert.Equal(VerificationState.Invalid, wary.State);
        Assert.Contains(wary.Entries, one => one is { Code: "timeStamp.untrusted", Kind: EntryKind.Informational });
    }

    [Fact]
    public void A_time_stamped_video_plays_as_before() =>
        Assert.Equal(Samples.Playback(Samples.Video("faststart")), Samples.Playback(Samples.Stamp(Samples.Video("faststart"), identity: identity)));

    [PeerFact]
    public void The_official_validator_accepts_the_time_stamp()
    {
        var file = Samples.Save(Samples.Stamp(Samples.Video("faststart"), identity: identity), "time-stamped");

        var answer = Assert.Single(Peers.Official(identity.RootPem + authority.RootPem, file));

        Assert.True(Peers.State(answer) == "Trusted", answer.ToString());
        var codes = answer.GetProperty("results").GetProperty("activeManifest").GetProperty("success").EnumerateArray()
            .Select(one => one.GetProperty("code").GetString()).ToList();
        Assert.Contains("timeStamp.validated", codes);
        Assert.Contains("timeStamp.trusted", codes);
    }

    [Fact]
    public void Junk_in_the_padding_of_the_signature_is_found()
    {
        var stamped = Samples.Stamp(Samples.Video("faststart"), identity: identity);
        var room = new byte[1000];
        stamped[stamped.AsSpan().IndexOf(room) + 500] = 0x55;

        Assert.Contains(Samples.Verify(stamped).Entries, one => one.Code == "com.sorafunctions.store.paddingNotZero");
    }

    [Fact]
    public void An_authority_that_answers_nonsense_stops_the_stamping()
    {
        authority.Answer = _ => "nonsense"u8.ToArray();
        Assert.Throws<CryptographicException>(() => Samples.Stamp(Samples.Video("faststart"), identity: identity));
    }

    public void Dispose() => authority.Dispose();

    private sealed class Day(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>A time-stamp authority on openssl, behind HTTP.</summary>
    private sealed class Authority : HttpMessageHandler
    {
        private readonly string folder = Directory.CreateTempSubdirectory("tsa-").FullName;

        public Authority()
        {
            Answer = Reply;
            var now = DateTimeOffset.UtcNow;
            using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var rootRequest = new CertificateRequest("O=Clockmakers, CN=Clock Root", rootKey, HashAlgorithmName.SHA256);
            rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            rootRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
            rootRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(rootRequest.PublicKey, false));
            using var root = rootRequest.CreateSelfSigned(now.AddDays(-1), now.AddYears(50));
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("O=Clockmakers, CN=Clock", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
            using var leaf = request.Create(root.SubjectName, X509SignatureGenerator.CreateForECDsa(rootKey), now.AddDays(-1), now.AddYears(40), [7]);
            RootPem = root.ExportCertificatePem() + "\n";
            Write("root.pem", RootPem);
            Write("leaf.pem", leaf.ExportCertificatePem());
            Write("key.pem", key.ExportPkcs8PrivateKeyPem());
            Write("tsa.cnf", $"""
                [tsa]
                serial = {At("serial")}
                default_policy = 1.2.3.4.1
                digests = sha256
                signer_digest = sha256
                ess_cert_id_alg = sha256
                """);
        }

        public string RootPem { get; }

        public Func<byte[], byte[]> Answer { get; set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = new MemoryStream();
            request.Content!.ReadAsStream(cancellationToken).CopyTo(body);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Answer(body.ToArray())) };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, true);
            base.Dispose(disposing);
        }

        private byte[] Reply(byte[] query)
        {
            File.WriteAllBytes(At("query.tsq"), query);
            Write("serial", "01\n");
            Samples.Run("openssl", "ts", "-reply", "-config", At("tsa.cnf"), "-section", "tsa", "-queryfile", At("query.tsq"),
                "-signer", At("leaf.pem"), "-inkey", At("key.pem"), "-chain", At("root.pem"), "-out", At("reply.tsr"));
            return File.ReadAllBytes(At("reply.tsr"));
        }

        private string At(string name) => Path.Combine(folder, name);

        private void Write(string name, string text) => File.WriteAllText(At(name), text);
    }
}
