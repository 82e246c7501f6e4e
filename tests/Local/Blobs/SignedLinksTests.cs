using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Local.Blobs;

namespace SoraFunctions.Local.Tests.Blobs;

public class SignedLinksTests
{
    private const string Path = "tenants/acme/videos/1.mp4";
    private static readonly BlobLinkOptions Options =
        new(new Uri("https://video.example"), [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_link_signed_with_another_secret_is_refused()
    {
        var (expires, signature) = Parts(SignedLinks.Create(Options with { Secret = new byte[32] }, Path, Now.AddHours(1)));

        Assert.False(SignedLinks.Verify(Options.Secret, Path, expires, signature, Now));
    }

    [Fact]
    public void A_link_whose_expiry_was_put_off_is_refused()
    {
        var (expires, signature) = Parts(SignedLinks.Create(Options, Path, Now.AddHours(1)));
        var later = (long.Parse(expires) + 1).ToString();

        Assert.True(SignedLinks.Verify(Options.Secret, Path, expires, signature, Now));
        Assert.False(SignedLinks.Verify(Options.Secret, Path, later, signature, Now));
    }

    [Theory]
    [InlineData(null, "x")]
    [InlineData("1", null)]
    [InlineData("-1", "x")]
    [InlineData("abc", "x")]
    [InlineData("99999999999999999999", "x")]
    [InlineData("9999999999", "not base64url!")]
    [InlineData("9999999999", "AAAA")]
    public void A_link_that_is_none_is_refused(string? expires, string? signature) =>
        Assert.False(SignedLinks.Verify(Options.Secret, Path, expires, signature, Now));

    [Fact]
    public void Any_changed_character_of_the_signature_is_noticed() =>
        Prop.ForAll(Gen.Choose(0, 41).ToArbitrary(), index =>
        {
            var (expires, signature) = Parts(SignedLinks.Create(Options, Path, Now.AddHours(1)));
            var changed = signature.ToCharArray();
            changed[index] = changed[index] == 'A' ? 'B' : 'A';
            return !SignedLinks.Verify(Options.Secret, Path, expires, new string(changed), Now);
        }).QuickCheckThrowOnFailure();

    private static (string Expires, string Signature) Parts(Uri link)
    {
        var parts = link.Query.TrimStart('?').Split('&');
        return (parts[0]["expires=".Length..], parts[1]["signature=".Length..]);
    }
}
