using System.Collections.Concurrent;
using System.Diagnostics;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Azure.Signing;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Azure.Tests.Signing;

public sealed class VaultIdentityTests
{
    private static readonly Lazy<byte[]> _video = new(MakeVideo);

    private readonly ConcurrentDictionary<string, string> _kept = new();
    private readonly FakeVault _vault = new FakeVault().Rotate();

    [Fact]
    public async Task A_video_is_stamped_with_a_key_that_never_leaves_its_vault()
    {
        using var identity = await Open();

        var report = Verify(Stamp(identity), identity);

        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
        Assert.Equal("Example Studio", report.Signer?.Organisation);
        var sign = Assert.Single(_vault.Rest.Questions, question => question.Method == "POST");
        Assert.Equal($"{FakeVault.Key}/{_vault.Newest}/sign?api-version=7.4", sign.Address);
    }

    [Fact]
    public async Task All_instances_share_one_chain_and_trust_each_other()
    {
        using var first = await Open();
        using var second = await Open();

        Assert.Equal(first.RootPem, second.RootPem);
        Assert.Equal(VerificationState.Trusted, Verify(Stamp(second), first).State);
        Assert.Equal($"vault.example/signing/{_vault.Newest}.pem", Assert.Single(_kept).Key);
    }

    [Fact]
    public async Task A_rotated_key_has_a_chain_of_its_own_and_a_pinned_version_keeps_its_own()
    {
        var old = _vault.Newest;
        using var before = await Open();
        _vault.Rotate();
        using var after = await Open();
        using var pinned = await Open($"{FakeVault.Key}/{old}");

        Assert.Equal(2, _kept.Count);
        Assert.NotEqual(before.RootPem, after.RootPem);
        Assert.Equal(before.RootPem, pinned.RootPem);
        Assert.Equal(VerificationState.Trusted, Verify(Stamp(before), pinned).State);
    }

    [Fact]
    public async Task The_operators_own_chain_is_used_when_it_is_that_of_the_key()
    {
        var key = await _vault.Open().Open(new Uri(FakeVault.Key), default);
        var chain = SigningIdentity.IssueSelfMade("A Broadcaster", key.Key, TimeProvider.System);

        using var identity = await Open(certificates: chain);

        Assert.Equal("A Broadcaster", identity.Organisation);
        Assert.Empty(_kept);
        Assert.Equal(VerificationState.Trusted, Verify(Stamp(identity), identity).State);
    }

    [Fact]
    public async Task A_chain_of_another_key_is_refused_by_the_name_of_its_setting()
    {
        var chain = SigningIdentity.IssueSelfMade(
            "A Stranger", System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256), TimeProvider.System);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Open(certificates: chain));

        Assert.StartsWith("The certificates do not fit the key", error.Message);
    }

    [Fact]
    public async Task A_chain_without_its_root_is_refused()
    {
        var key = await _vault.Open().Open(new Uri(FakeVault.Key), default);
        var chain = SigningIdentity.IssueSelfMade("A Broadcaster", key.Key, TimeProvider.System);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Open(certificates: chain[..chain.LastIndexOf("-----BEGIN", StringComparison.Ordinal)]));

        Assert.Contains("must end with its root", error.Message);
    }

    [Theory]
    [InlineData("P-384")]
    [InlineData("P-521")]
    [InlineData("RSA")]
    public async Task A_video_is_stamped_with_keys_of_other_kinds(string kind)
    {
        _vault.Kind = kind;
        _vault.Rotate();
        using var identity = await Open();

        var report = Verify(Stamp(identity), identity);

        Assert.True(report.State == VerificationState.Trusted, report.ToJson());
    }

    [Fact]
    public async Task A_key_on_another_curve_is_refused()
    {
        _vault.Kind = "secp256k1";
        _vault.Rotate();

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Open());

        Assert.Contains("is needed, not EC P-256K", error.Message);
    }

    [Fact]
    public async Task A_vault_that_stumbles_is_asked_again_and_one_that_stays_down_is_a_failure_of_the_moment()
    {
        using var identity = await Open();
        _vault.Stumbles = 2;
        Assert.Equal(VerificationState.Trusted, Verify(Stamp(identity), identity).State);

        _vault.Stumbles = 100;
        Assert.Contains("vault.example does not sign", Assert.Throws<IOException>(() => Stamp(identity)).Message);
    }

    private Task<SigningIdentity> Open(string key = FakeVault.Key, string? certificates = null) => VaultIdentity.Open(
        _vault.Open(),
        new TenantKey(new Uri(key), certificates),
        "Example Studio",
        (name, make, _) => Task.FromResult(_kept.GetOrAdd(name, _ => make())),
        TimeProvider.System,
        default);

    private static byte[] Stamp(SigningIdentity identity)
    {
        using var stamped = new MemoryStream();
        ProvenanceStamp.Stamp(new MemoryStream(_video.Value), stamped, Definition(), identity);
        return stamped.ToArray();
    }

    private static VerificationReport Verify(byte[] video, SigningIdentity identity) =>
        ProvenanceReader.Verify(new MemoryStream(video), identity.TrustAnchors);

    private static ManifestDefinition Definition() => new()
    {
        ManifestId = ContentId.From("manifest"),
        InstanceId = ContentId.From("instance"),
        Title = "A video",
        Generator = new SoftwareAgent("SoraFunctions", "0.1.0"),
        Created = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
        Actions = [ActionDefinition.Created(DigitalSourceType.AlgorithmicMedia, new SoftwareAgent("world", "1.0"))],
        Generation = new GenerationFacts("world", "1.0", 42, new string('a', 64)),
        TrainingMining = TrainingMiningPolicy.NothingAllowed,
    };

    private static byte[] MakeVideo()
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{Guid.NewGuid():n}.mp4");
        using var ffmpeg = Process.Start(
            "ffmpeg", $"-v error -f lavfi -i testsrc=size=64x64:rate=5:duration=1 -c:v libx264 -movflags +faststart {file}");
        ffmpeg.WaitForExit();
        try
        {
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
