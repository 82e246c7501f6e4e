using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Tests.Remotes;

public class KeyRingTests
{
    private readonly (string, byte[]) _old = ("old", RandomNumberGenerator.GetBytes(32));
    private readonly (string, byte[]) _new = ("new", RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void What_was_sealed_opens_for_its_purpose_and_nothing_else() => Prop.ForAll<NonNull<string>, NonNull<string>>((secret, purpose) =>
    {
        var ring = new KeyRing([_new]);
        var seal = ring.Seal(secret.Get, purpose.Get);
        return Wellformed(secret.Get) != ring.Open(seal, purpose.Get) ? false : ring.Open(seal, purpose.Get + "x") is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_ring_that_was_rotated_opens_the_old_and_seals_with_the_new()
    {
        var seal = new KeyRing([_old]).Seal("secret", "p");
        var rotated = new KeyRing([_new, _old]);
        Assert.Equal("secret", rotated.Open(seal, "p"));
        Assert.StartsWith("new.", rotated.Seal("secret", "p"), StringComparison.Ordinal);
        Assert.Null(new KeyRing([_new]).Open(seal, "p"));
    }

    [Fact]
    public void The_same_secret_is_sealed_otherwise_each_time_and_no_change_of_it_opens()
    {
        var ring = new KeyRing([_new]);
        var seal = ring.Seal("secret", "p");
        Assert.NotEqual(seal, ring.Seal("secret", "p"));
        for (var at = 4; at < seal.Length; at++)
        {
            var other = seal[at] == 'A' ? 'B' : 'A';
            if (at < seal.Length - 1)
            {
                Assert.Null(ring.Open($"{seal[..at]}{other}{seal[(at + 1)..]}", "p"));
            }
        }

        Assert.Null(ring.Open("new.short", "p"));
        Assert.Null(ring.Open("nothing", "p"));
    }

    [Fact]
    public void A_setting_gives_a_ring_or_nothing()
    {
        var key = Convert.ToBase64String(_new.Item2);
        Assert.NotNull(KeyRing.Parse($"k2:{key}, k1:{key}"));
        Assert.All(new[] { "", key, $"k1:{key}x", "k1:AAAA", $"k1:{key},k1:{key}", $"k 1:{key}" }, text => Assert.Null(KeyRing.Parse(text)));
    }

    // What UTF-8 can't say is replaced on the way.
    private static string Wellformed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
