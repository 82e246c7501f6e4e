using SoraFunctions.Azure.Signing;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Azure.Tests.Signing;

public class VaultSignersTests
{
    private static readonly TenantKey _deployment = new(new Uri("https://vault.example/keys/all"));
    private static readonly TenantKey _shop = new(new Uri("https://vault.example/keys/shop"));
    private readonly MovedClock _clock = new();
    private readonly List<string> _opened = [];

    [Fact]
    public async Task Tenants_sign_with_their_own_keys_and_vaults_are_asked_again_after_a_while()
    {
        var signers = Signers(key => Task.FromResult(SigningIdentity.CreateSelfMade(key.Key.Segments[^1], _clock)));

        Assert.Equal("shop", (await signers.Of("shop", default)).Organisation);
        Assert.Equal("all", (await signers.Of("other", default)).Organisation);
        await signers.Of("shop", default);
        Assert.Equal(["shop", "all"], _opened);

        _clock.Now += VaultSigners.Kept;
        await signers.Of("shop", default);
        Assert.Equal(["shop", "all", "shop"], _opened);
    }

    [Fact]
    public async Task A_key_that_cannot_sign_is_a_final_failure_and_a_vault_that_is_down_is_tried_again()
    {
        var unfit = Signers(_ => throw new InvalidDataException("an elliptic key on P-256 is needed"));
        var down = Signers(_ => Task.FromException<SigningIdentity>(new IOException("down")));

        Assert.Equal("signing_key_missing", (await Assert.ThrowsAsync<FinalException>(async () => await unfit.Of("shop", default))).Code);
        await Assert.ThrowsAsync<IOException>(async () => await down.Of("shop", default));
        await Assert.ThrowsAsync<IOException>(async () => await down.Of("shop", default));
        Assert.Equal(3, _opened.Count);
    }

    [Theory]
    [InlineData("""{"shop": {"key": "https://name.vault.azure.net/keys/shop"}}""", true)]
    [InlineData("""{"shop": {"key": "http://name.vault.azure.net/keys/shop"}}""", false)]
    [InlineData("""{"shop": {"key": "https://name.vault.azure.net/secrets/shop"}}""", false)]
    [InlineData("shop", false)]
    public void Keys_of_tenants_are_read_from_the_setting(string json, bool well) => Assert.Equal(well, TenantKey.Parse(json) is not null);

    private VaultSigners Signers(Func<TenantKey, Task<SigningIdentity>> open) => new(
        async key =>
        {
            _opened.Add(key.Key.Segments[^1]);
            return await open(key);
        },
        _deployment,
        new Dictionary<string, TenantKey> { ["shop"] = _shop },
        _clock);

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
