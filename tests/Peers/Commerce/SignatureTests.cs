using System.Text;
using System.Text.Json;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Peers.Tests.Hosting;

namespace SoraFunctions.Peers.Tests.Commerce;

/// <summary>What we sign, and what is signed for us, judged by the libraries of those who send it.</summary>
public sealed class SignatureTests
{
    private const string Secret = "whsec_hush-hush-hush";
    private const string Body = """{"id":41,"title":"Kettle 茶壶 🫖"}""";
    private static readonly byte[] _body = Encoding.UTF8.GetBytes(Body);

    [PeerFact]
    public async Task Shopifys_library_takes_our_signatures_and_we_take_its()
    {
        Dictionary<string, string> Headers(string prefix, string signature) => new()
        {
            [$"{prefix}topic"] = "products/update",
            [$"{prefix}hmac-sha256"] = signature,
            [$"{prefix}shop-domain"] = "green-kettle.myshopify.com",
            [$"{prefix}api-version"] = "2026-10",
            [$"{prefix}webhook-id"] = "1",
        };

        var right = ShopifySignature.Of(_body, Secret);
        Dictionary<string, string>[] headers = [Headers("x-shopify-", right), Headers("shopify-", right), Headers("x-shopify-", ShopifySignature.Of(_body, "other"))];
        var query = new Dictionary<string, string>
        {
            ["code"] = "0907a61c", ["host"] = "YWRtaW4uc2hvcGlmeS5jb20=", ["shop"] = "green-kettle.myshopify.com", ["state"] = "a b+c~d*e'(ü)",
            ["timestamp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        var signed = new Dictionary<string, string>(query) { ["hmac"] = ShopifyQuery.Of(query, Secret) };
        var wrong = new Dictionary<string, string>(query) { ["hmac"] = ShopifyQuery.Of(query, "other") };
        var said = await Script.Run("commerce/shopify.mjs", ("CASES", JsonSerializer.Serialize(new
        {
            secret = Secret,
            deliveries = headers.Select(one => new { headers = one, body = Body }),
            queries = new[] { signed, wrong },
        })));

        Assert.Equal([true, true, false], said.GetProperty("deliveries").EnumerateArray().Select(one => one.GetProperty("valid").GetBoolean()));
        Assert.Equal([true, false], said.GetProperty("queries").EnumerateArray().Select(one => one.GetBoolean()));
        Assert.Equal("invalid_hmac", said.GetProperty("deliveries")[2].GetProperty("reason").GetString());
        Assert.All(headers, one => Assert.Equal("products/update", ShopifyDelivery.Read(name => one.GetValueOrDefault(name.ToLowerInvariant())).Topic));
        Assert.Equal(SignatureVerdict.Valid, ShopifyQuery.Judge(signed, [Secret], DateTimeOffset.UtcNow));
        var theirs = said.GetProperty("signed");
        Assert.True(ShopifySignature.Holds(theirs.GetProperty("signature").GetString(), Encoding.UTF8.GetBytes(theirs.GetProperty("body").GetString()!), [Secret]));
    }

    [PeerFact]
    public async Task Stripes_library_takes_our_signatures_and_we_take_its()
    {
        const string Event = """{"id":"evt_9","object":"event"}""";
        var bytes = Encoding.UTF8.GetBytes(Event);
        var now = DateTimeOffset.UtcNow;
        string[] headers =
        [
            TimedSignature.Of(bytes, now, Secret), TimedSignature.Of(bytes, now, "old", Secret),
            TimedSignature.Of(bytes, now, "old"), TimedSignature.Of(bytes, now.AddSeconds(-400), Secret),
        ];
        var said = await Script.Run("commerce/stripe.mjs", ("CASES", JsonSerializer.Serialize(new
        {
            secret = Secret,
            events = headers.Select(header => new { header, body = Event }),
        })));

        var theirs = said.GetProperty("events").EnumerateArray().Select(one => one.TryGetProperty("id", out _)).ToList();
        Assert.Equal([true, true, false, false], theirs);
        Assert.Equal(theirs, headers.Select(header => TimedSignature.Judge(header, bytes, [Secret], now) == SignatureVerdict.Valid));
        var signed = said.GetProperty("signed");
        Assert.Equal(SignatureVerdict.Valid, TimedSignature.Judge(
            signed.GetProperty("header").GetString(), Encoding.UTF8.GetBytes(signed.GetProperty("payload").GetString()!), [Secret], DateTimeOffset.UtcNow));
    }
}
