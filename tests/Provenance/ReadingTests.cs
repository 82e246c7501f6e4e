using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Carriers;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

/// <summary>Forms that others write and we only read.</summary>
public class ReadingTests
{
    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    public void Box_hashes_of_pictures_are_checked(string format)
    {
        var picture = BoundByBoxes(format);

        var report = Samples.Verify(picture);

        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Contains(report.Entries, one => one.Code == "assertion.boxesHash.match");
        picture[^20] ^= 1;
        Assert.Contains(Samples.Verify(picture).Entries, one => one.Code == "assertion.boxesHash.mismatch");
    }

    [PeerFact]
    public void The_official_validator_agrees_on_box_hashes()
    {
        var answers = Peers.Official(Samples.Identity.Value.RootPem, Samples.Save(BoundByBoxes("jpg"), "boxes", "jpg"), Samples.Save(BoundByBoxes("png"), "boxes", "png"));

        Assert.All(answers, answer => Assert.True(Peers.State(answer) == "Trusted", answer.ToString()));
    }

    [Fact]
    public void Ed25519_signatures_are_verified()
    {
        var (film, root) = SignedByEdwards();

        var report = Samples.Verify(film, TrustAnchors.FromPem(root));

        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Equal("Ed25519", report.Signer!.Algorithm);
        film[film.AsSpan().IndexOf("Video one"u8)] ^= 1;
        Assert.Contains(Samples.Verify(film, TrustAnchors.FromPem(root)).Entries, one => one.Code == "claimSignature.mismatch");
    }

    [PeerFact]
    public void The_official_validator_agrees_on_Ed25519()
    {
        var (film, root) = SignedByEdwards();

        Assert.Equal("Trusted", Peers.State(Assert.Single(Peers.Official(root, Samples.Save(film, "edwards")))));
    }

    [Theory]
    [InlineData("c2pa.published", VerificationState.Trusted, "")]
    [InlineData("c2pa.edited", VerificationState.Invalid, "manifest.update.invalid")]
    public void Updates_are_read_with_the_binding_of_what_they_update(string action, VerificationState state, string code)
    {
        var picture = Updated(action);

        var report = Samples.Verify(picture);

        Assert.True(report.State == state, report.ToJson());
        Assert.Equal(2, report.Lineage.Count);
        Assert.Contains(report.Entries, one => one.Code == "assertion.dataHash.match");
        Assert.Equal(code, report.Entries.FirstOrDefault(one => one.Kind == EntryKind.Failure)?.Code ?? "");
    }

    [PeerFact]
    public void The_official_validator_agrees_on_updates()
    {
        var answers = Peers.Official(Samples.Identity.Value.RootPem, Samples.Save(Updated("c2pa.published"), "update", "png"), Samples.Save(Updated("c2pa.edited"), "bad update", "png"));

        Assert.Equal(["Trusted", "Invalid"], answers.Select(Peers.State));
    }

    [Fact]
    public void Compressed_manifests_are_unpacked_and_bombs_are_not()
    {
        var report = Samples.Verify(Compressed(manifest => manifest));
        var bomb = Samples.Verify(Compressed(_ => new byte[100 << 20]));

        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Equal(VerificationState.Invalid, bomb.State);
        Assert.Contains("unpacks to more than", bomb.Entries.Single(one => one.Kind == EntryKind.Failure).Explanation);
    }

    [Theory]
    [InlineData("good", "good", "signingCredential.ocsp.notRevoked", VerificationState.Trusted)]
    [InlineData("revoked", "revoked", "signingCredential.ocsp.revoked", VerificationState.Invalid)]
    [InlineData("revoked later", "good", "signingCredential.ocsp.notRevoked", VerificationState.Trusted)]
    [InlineData("too old", null, "signingCredential.ocsp.inaccessible", VerificationState.Trusted)]
    [InlineData("of another", null, "signingCredential.ocsp.inaccessible", VerificationState.Trusted)]
    public void What_an_issuer_says_of_revocation_in_the_signature_is_reported(string answer, string? told, string code, VerificationState state)
    {
        var (picture, root) = Answered(answer);

        var report = Samples.Verify(picture, TrustAnchors.FromPem(root));

        Assert.True(report.State == state, report.ToJson());
        Assert.Equal(told, report.Signer!.Revocation);
        Assert.Contains(report.Entries, one => one.Code == code);
    }

    private static (byte[] Picture, string Root) Answered(string answer)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Root, O=Issuer", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        rootRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        rootRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(rootRequest.PublicKey, false));
        using var root = rootRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-9), DateTimeOffset.UtcNow.AddYears(1));
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Leaf, O=Issuer", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(CertificateProfile.EmailProtection)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        using var leaf = request.Create(root, DateTimeOffset.UtcNow.AddDays(-9), DateTimeOffset.UtcNow.AddDays(300), [9, 8, 7]);

        var now = DateTime.UtcNow;
        var issuer = new Org.BouncyCastle.X509.X509Certificate(root.RawData);
        var generator = new Org.BouncyCastle.Ocsp.BasicOcspRespGenerator(new Org.BouncyCastle.Ocsp.RespID(issuer.SubjectDN));
        generator.AddResponse(
            new Org.BouncyCastle.Ocsp.CertificateID(Org.BouncyCastle.Ocsp.CertificateID.DigestSha1, issuer, new Org.BouncyCastle.Math.BigInteger(answer == "of another" ? "1" : leaf.SerialNumber, 16)),
            answer.StartsWith("revoked", StringComparison.Ordinal) ? new Org.BouncyCastle.Ocsp.RevokedStatus(now.AddDays(answer == "revoked" ? -1 : 1)) : Org.BouncyCastle.Ocsp.CertificateStatus.Good,
            now.AddDays(-2), answer == "too old" ? now.AddDays(-1) : now.AddDays(2), null);
        var signing = Org.BouncyCastle.Security.PrivateKeyFactory.CreateKey(rootKey.ExportPkcs8PrivateKey());
        var response = new Org.BouncyCastle.Ocsp.OCSPRespGenerator().Generate(0, generator.Generate(new Org.BouncyCastle.Crypto.Operators.Asn1SignatureFactory("SHA256withECDSA", signing), null, now)).GetEncoded();

        using var identity = SigningIdentity.FromKey(leaf.ExportCertificatePem() + "\n" + root.ExportCertificatePem(), key);
        var picture = Png((_, store) =>
        {
            var manifest = JumbfReader.Read(store).Children[0];
            // The issuer of a leaf directly under its root has to lie in the chain.
            var header = CoseSign1.ProtectedHeader(SigningAlgorithm.For(key), [leaf.RawData, root.RawData]);
            var signature = SigningAlgorithm.For(key).Sign(key, CoseSign1.ToBeSigned(header, manifest.Child("c2pa.claim.v2")!.Content("cbor")!.Value));
            var loose = CborMap.Of(("rVals", CborMap.Of(("ocspVals", new CborArray((CborItem)response)))));
            return JumbfWriter.SuperBox(JumbfType.Store, "c2pa", JumbfWriter.SuperBox(JumbfType.Manifest, manifest.Label,
                manifest.Child("c2pa.assertions")!.Raw, manifest.Child("c2pa.claim.v2")!.Raw,
                JumbfWriter.SuperBox(JumbfType.Signature, "c2pa.signature", JumbfWriter.Box("cbor", CoseSign1.Encode(header, loose, signature)))));
        }, 8000);
        return (picture, root.ExportCertificatePem());
    }

    /// <summary>A PNG picture with room in its manifest chunk, which data hashes leave out.</summary>
    private static byte[] Png(Func<ManifestComposer, byte[], byte[]> storeOf, int room)
    {
        var plain = Samples.Data("png");
        var place = ((IDataCarrier)CarrierFormat.Open(new MemoryStream(plain), out _)!).Place();
        var composer = new ManifestComposer(Samples.Definition(), Samples.Identity.Value);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(plain);
        var store = storeOf(composer, composer.Signed(HardBinding.Data(place.At, room + 12, hash.GetHashAndReset(), 0), default));
        return [.. plain.AsSpan(0, (int)place.At), .. place.Wrap(new ReadOnlyMemory<byte>([.. store, .. new byte[room - store.Length]])), .. plain.AsSpan((int)place.At)];
    }

    private static byte[] Compressed(Func<byte[], byte[]> change) => Png((_, store) =>
    {
        var manifest = JumbfReader.Read(store).Children[0];
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(change(manifest.Raw.ToArray()));
        return JumbfWriter.SuperBox(JumbfType.Store, "c2pa", JumbfWriter.SuperBox(JumbfType.CompressedManifest, manifest.Label, JumbfWriter.Box("brob", packed.ToArray())));
    }, 8000);

    private static byte[] Updated(string action) => Png((_, store) =>
    {
        var parent = JumbfReader.Read(store).Children[0];
        const string Label = "urn:c2pa:11111111-2222-4333-8444-555555555555";
        SuperBox Assertion(string label, CborMap content) => JumbfReader.Read(JumbfWriter.SuperBox(JumbfType.Cbor, label, JumbfWriter.Box("cbor", CborEncoder.Encode(content))));
        var results = CborMap.Of(("activeManifest", CborMap.Of(("success", new CborArray()), ("informational", new CborArray()), ("failure", new CborArray()))));
        var ingredient = Assertion("c2pa.ingredient.v3", CborMap.Of(
            ("relationship", "parentOf"), ("activeManifest", HashedUri.To(JumbfUri.Manifest(parent.Label), parent).ToCbor()),
            ("claimSignature", HashedUri.To(JumbfUri.Signature(parent.Label), parent.Child("c2pa.signature")!).ToCbor()), ("validationResults", results)));
        var reference = HashedUri.To(JumbfUri.RelativeAssertion("c2pa.ingredient.v3"), ingredient);
        var actions = Assertion("c2pa.actions.v2", CborMap.Of(("actions", new CborArray(
            CborMap.Of(("action", "c2pa.opened"), ("parameters", CborMap.Of(("ingredients", new CborArray(reference.ToCbor()))))),
            CborMap.Of(("action", action))))));
        var claim = CborEncoder.Encode(CborMap.Of(
            ("instanceID", "xmp:iid:1"), ("claim_generator_info", CborMap.Of(("name", "test"))), ("signature", JumbfUri.Signature(Label)),
            ("created_assertions", new CborArray(HashedUri.To(JumbfUri.RelativeAssertion("c2pa.actions.v2"), actions).ToCbor(), reference.ToCbor())), ("alg", "sha256")));
        var update = JumbfWriter.SuperBox(JumbfType.UpdateManifest, Label,
            JumbfWriter.SuperBox(JumbfType.Assertions, "c2pa.assertions", actions.Raw, ingredient.Raw),
            JumbfWriter.SuperBox(JumbfType.Claim, "c2pa.claim.v2", JumbfWriter.Box("cbor", claim)),
            JumbfWriter.SuperBox(JumbfType.Signature, "c2pa.signature", JumbfWriter.Box("cbor", new ClaimSigner(Samples.Identity.Value).Sign(claim, default))));
        return JumbfWriter.SuperBox(JumbfType.Store, "c2pa", parent.Raw, update);
    }, 16000);

    private static byte[] BoundByBoxes(string format)
    {
        var plain = Samples.Data(format);
        var place = ((IDataCarrier)CarrierFormat.Open(new MemoryStream(plain), out _)!).Place();
        var composer = new ManifestComposer(Samples.Definition(), Samples.Identity.Value);
        byte[] With(byte[] store) => [.. plain.AsSpan(0, (int)place.At), .. place.Wrap(store), .. plain.AsSpan((int)place.At)];
        HardBinding Boxes(byte[] file) => new("c2pa.hash.boxes", CborMap.Of(
            ("boxes", new CborArray([.. ((IDataCarrier)CarrierFormat.Open(new MemoryStream(file), out _)!).Boxes()!.Select(part => (CborItem)CborMap.Of(
                ("names", new CborArray((CborItem)part.Name)), ("alg", "sha256"),
                ("hash", part.Name == NamedBox.Manifest ? new byte[32] : SHA256.HashData(file.AsSpan((int)part.Offset, (int)(part.End - part.Offset)))),
                ("pad", Array.Empty<byte>())))]))));
        // Any store will do to find the parts.
        var draft = With(composer.Draft(Boxes(With(composer.Draft(HardBinding.Bmff(new byte[32]))))));
        return With(composer.Signed(Boxes(draft), default));
    }

    /// <summary>A film whose signature was replaced by one of an Ed25519 key under a root of its own.</summary>
    private static (byte[] Film, string Root) SignedByEdwards()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Root, O=Edwards", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        rootRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        rootRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(rootRequest.PublicKey, false));
        using var root = rootRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        var key = new Ed25519PrivateKeyParameters(RandomNumberGenerator.GetBytes(32));
        var request = new CertificateRequest(
            new X500DistinguishedName("CN=Leaf, O=Edwards"), new PublicKey(new Oid("1.3.101.112"), null, new AsnEncodedData(key.GeneratePublicKey().GetEncoded())), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(CertificateProfile.EmailProtection)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        using var leaf = request.Create(root.SubjectName, X509SignatureGenerator.CreateForECDsa(rootKey), DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(300), [1, 2, 3]);

        var film = Samples.Stamp(Samples.Video("faststart"));
        var file = new MemoryStream(film);
        var box = BoxScanner.TopLevel(file).First(one => one.IsC2pa);
        var manifest = JumbfReader.Read(C2paBox.Read(file, box).Data).Children[0];
        var header = CborEncoder.Encode(CborMap.Of((1L, -8L), (33L, leaf.RawData)));
        var signer = new Ed25519Signer();
        signer.Init(true, key);
        var message = CoseSign1.ToBeSigned(header, manifest.Child("c2pa.claim.v2")!.Content("cbor")!.Value);
        signer.BlockUpdate(message, 0, message.Length);
        var store = JumbfWriter.SuperBox(JumbfType.Store, "c2pa", JumbfWriter.SuperBox(JumbfType.Manifest, manifest.Label,
            manifest.Child("c2pa.assertions")!.Raw, manifest.Child("c2pa.claim.v2")!.Raw,
            JumbfWriter.SuperBox(JumbfType.Signature, "c2pa.signature", JumbfWriter.Box("cbor", CoseSign1.Encode(header, CborMap.Of(), signer.GenerateSignature())))));
        var room = film.AsSpan((int)box.Offset + C2paBox.Overhead, (int)box.Size - C2paBox.Overhead);
        room.Clear();
        store.CopyTo(room);
        return (film, root.ExportCertificatePem());
    }
}
