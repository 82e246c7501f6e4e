using System.Text.Json;
using SoraFunctions.Peers.Tests.Hosting;

namespace SoraFunctions.Peers.Tests.Commerce;

/// <summary>Webhooks as Shopify delivers them, judged by its library and by the running server.</summary>
[Collection(ServerCollection.Name)]
public sealed class DeliveryTests(SoraServer server)
{
    [PeerFact]
    public async Task What_Shopifys_library_takes_the_server_takes_and_what_it_refuses_is_refused()
    {
        var said = await Script.Run("commerce/deliveries.mjs", ("SORA_URL", server.Url), ("SECRETS", SoraServer.ShopifySecrets));

        (bool Valid, int Status) Of(string name) => (said.GetProperty(name).GetProperty("valid").GetBoolean(), said.GetProperty(name).GetProperty("status").GetInt32());
        Assert.Equal((true, 200), Of("classic"));
        Assert.Equal((true, 200), Of("events"));
        Assert.Equal((false, 401), Of("forged"));
        Assert.Equal((false, 401), Of("no signature"));
        Assert.Equal((false, 400), Of("no shop"));
        Assert.Equal((true, 404), Of("stranger"));

        // The library knows one secret; while one replaces the other both hold.
        Assert.Equal((false, 200), Of("older secret"));
    }
}
