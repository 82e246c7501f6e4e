using System.Text.Json;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Stripe;
using SoraFunctions.Peers.Tests.Hosting;
using SoraFunctions.Pipeline.Payments;

namespace SoraFunctions.Peers.Tests.Commerce;

/// <summary>Our calls to Stripe beside those of its own client.</summary>
public sealed class StripeLinkTests
{
    [PeerFact]
    public async Task We_ask_for_a_payment_link_as_Stripes_client_does()
    {
        var metadata = new { video = "video_1", channel = "tiktok-ad" };
        var said = await Script.Run("commerce/stripe-link.mjs", ("ORDER", JsonSerializer.Serialize(new
        {
            line_items = new[] { new { quantity = 1, price_data = new { currency = "eur", unit_amount = 7999, product_data = new { name = "Kettle & Lid 茶壶" } } } },
            allow_promotion_codes = true,
            metadata,
            payment_intent_data = new { metadata },
            inactive_message = "Sold out.",
        })));

        var ours = new PaymentLinkOrder("Kettle & Lid 茶壶", new Money(79.99m, "EUR"))
        {
            Metadata = [new("video", "video_1"), new("channel", "tiktok-ad")],
            InactiveMessage = "Sold out.",
        }.Fields();
        var theirs = said.GetProperty("fields").EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!));
        Assert.Equal(theirs.OrderBy(pair => pair.Key, StringComparer.Ordinal), ours.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(("/v1/payment_links", StripeClient.Version), (said.GetProperty("path").GetString(), said.GetProperty("version").GetString()));
    }
}
