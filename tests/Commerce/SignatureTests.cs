using System.Text;
using SoraFunctions.Commerce.Signatures;

namespace SoraFunctions.Commerce.Tests;

public sealed class SignatureTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
    private static readonly byte[] _body = Encoding.UTF8.GetBytes("""{"id":1,"title":"茶壶"}""");

    [Fact]
    public void Shopifys_is_base64_of_the_hmac_of_the_body() => Assert.Equal(
        Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData("secret"u8, _body)), ShopifySignature.Of(_body, "secret"));

    [Fact]
    public void Shopifys_holds_with_the_old_and_the_new_secret_while_one_replaces_the_other()
    {
        Assert.True(ShopifySignature.Holds(ShopifySignature.Of(_body, "old"), _body, ["new", "old"]));
        Assert.True(ShopifySignature.Holds(ShopifySignature.Of(_body, "new"), _body, ["new", "old"]));
        Assert.False(ShopifySignature.Holds(ShopifySignature.Of(_body, "old"), _body, ["new"]));
        Assert.False(ShopifySignature.Holds(ShopifySignature.Of(_body, "old"), _body, []));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, of forty-four characters!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Shopifys_does_not_hold_when_it_is_none(string? signature) =>
        Assert.False(ShopifySignature.Holds(signature, _body, ["secret"]));

    [Fact]
    public void Shopifys_does_not_hold_when_a_byte_of_the_body_changed() => Assert.All(Enumerable.Range(0, _body.Length), index =>
    {
        var changed = _body.ToArray();
        changed[index] ^= 1;
        Assert.False(ShopifySignature.Holds(ShopifySignature.Of(_body, "secret"), changed, ["secret"]));
    });

    [Theory]
    [InlineData(0, SignatureVerdict.Valid)]
    [InlineData(300, SignatureVerdict.Valid)]
    [InlineData(301, SignatureVerdict.OutOfTime)]
    [InlineData(-300, SignatureVerdict.Valid)]
    [InlineData(-301, SignatureVerdict.OutOfTime)]
    public void A_timed_one_holds_for_five_minutes_to_either_side(int secondsLater, SignatureVerdict verdict) => Assert.Equal(
        verdict, TimedSignature.Judge(TimedSignature.Of(_body, _now, "whsec_1"), _body, ["whsec_1"], _now.AddSeconds(secondsLater)));

    [Fact]
    public void A_timed_one_of_two_secrets_holds_for_who_knows_either()
    {
        var header = TimedSignature.Of(_body, _now, "old", "new");
        Assert.Equal(SignatureVerdict.Valid, TimedSignature.Judge(header, _body, ["old"], _now));
        Assert.Equal(SignatureVerdict.Valid, TimedSignature.Judge(header, _body, ["new"], _now));
        Assert.Equal(SignatureVerdict.Wrong, TimedSignature.Judge(header, _body, ["other"], _now));
    }

    [Fact]
    public void A_timed_one_covers_its_time() => Assert.Equal(SignatureVerdict.Wrong, TimedSignature.Judge(
        TimedSignature.Of(_body, _now, "s").Replace("t=1790000000", "t=1790000001", StringComparison.Ordinal), _body, ["s"], _now));

    [Theory]
    [InlineData(null, SignatureVerdict.Missing)]
    [InlineData("  ", SignatureVerdict.Missing)]
    [InlineData("t=1790000000", SignatureVerdict.Malformed)]
    [InlineData("v1=0000000000000000000000000000000000000000000000000000000000000000", SignatureVerdict.Malformed)]
    [InlineData("t=now,v1=0000000000000000000000000000000000000000000000000000000000000000", SignatureVerdict.Malformed)]
    [InlineData("t=-1,v1=0000000000000000000000000000000000000000000000000000000000000000", SignatureVerdict.Malformed)]
    [InlineData("t=1790000000,v1=00", SignatureVerdict.Malformed)]
    [InlineData("t=1790000000,v0=0000000000000000000000000000000000000000000000000000000000000000", SignatureVerdict.Malformed)]
    [InlineData("t=1790000000,v1=0000000000000000000000000000000000000000000000000000000000000000", SignatureVerdict.Wrong)]
    public void What_is_no_timed_one_is_told_apart(string? header, SignatureVerdict verdict) =>
        Assert.Equal(verdict, TimedSignature.Judge(header, _body, ["s"], _now));

    [Fact]
    public void A_query_is_signed_over_its_sorted_parameters_without_the_signature_itself()
    {
        KeyValuePair<string, string>[] query =
        [
            new("timestamp", "1790000000"), new("shop", "green-kettle.myshopify.com"), new("state", "a b+c~d*e"), new("code", "0907a61c0c8d55e99db179b68161bc00"),
        ];
        KeyValuePair<string, string>[] signed = [new("hmac", ShopifyQuery.Of(query, "secret")), .. query.Reverse()];
        Assert.Equal(SignatureVerdict.Valid, ShopifyQuery.Judge(signed, ["new", "secret"], _now));
        Assert.Equal(SignatureVerdict.Wrong, ShopifyQuery.Judge(signed, ["new"], _now));
        Assert.Equal(SignatureVerdict.OutOfTime, ShopifyQuery.Judge(signed, ["secret"], _now.AddSeconds(91)));
        Assert.Equal(SignatureVerdict.Wrong, ShopifyQuery.Judge([.. signed, new("prefix", "x")], ["secret"], _now));
        Assert.Equal(SignatureVerdict.Malformed, ShopifyQuery.Judge([.. signed, new("shop", "other.myshopify.com")], ["secret"], _now));
        Assert.Equal(SignatureVerdict.Missing, ShopifyQuery.Judge(query, ["secret"], _now));
    }
}
