using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Peers.Tests.Hosting;

namespace SoraFunctions.Peers.Tests.Commerce;

/// <summary>A finished advert in a real browser: seen, pressed, read by keyboard and by screen reader, counted.</summary>
[Collection(ServerCollection.Name)]
public sealed class ShopperTests(SoraServer server)
{
    [BrowserFact]
    public async Task A_shopper_finds_the_product_in_the_picture_and_the_code_on_the_end_card()
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
        var video = await Made(client);
        var commerce = await client.GetFromJsonAsync<JsonElement>($"/v1/videos/{video}/content?variant=commerce");
        var link = commerce.GetProperty("links")[0];

        var said = await Script.Run(
            "commerce/player.mjs",
            ("PLAYER", link.GetProperty("player").GetString()!),
            ("CODE", commerce.GetProperty("code").GetString()!),
            ("SERVER", server.Url),
            ("CHROMIUM", BrowserFactAttribute.Chromium!),
            ("PICTURES", Environment.GetEnvironmentVariable("SORA_TEST_PICTURES") ?? Directory.CreateTempSubdirectory("sora-shopper-").FullName));

        string? Text(string name) => said.GetProperty(name).GetString();
        string?[] All(string name) => [.. said.GetProperty(name).EnumerateArray().Select(one => one.GetString())];
        Assert.Empty(All("errors"));
        Assert.Empty(All("foreign"));
        Assert.Equal((0, 0), (said.GetProperty("cookies").GetInt32(), said.GetProperty("kept").GetInt32()));
        Assert.Equal(commerce.GetProperty("link").GetString(), Text("code"));
        Assert.Equal("Stoneware Cup $29.00", Text("card"));
        Assert.Equal(("spot", "cart", "spot"), (Text("reached"), Text("focused"), Text("returned")));
        Assert.True(said.GetProperty("named").GetBoolean());
        Assert.Equal(1, said.GetProperty("carts").GetInt32());
        Assert.Contains("metadata", All("captions"));
        Assert.Equal(("", 0d), (Text("lazy"), said.GetProperty("moved").GetDouble()));
        Assert.InRange(said.GetProperty("shifts").GetDouble(), 0d, 0.001);
        Assert.StartsWith("查看商品", Text("chinese"));
        var spot = said.GetProperty("spot").EnumerateArray().Select(side => side.GetDouble()).ToList();
        Assert.All(spot, side => Assert.InRange(side, 0.0, 1.0));
        Assert.InRange(spot[2] * spot[3], 0.01, 0.8);
        Assert.Equal(["complete", "firstQuartile", "impression", "midpoint", "start", "thirdQuartile"], All("told").Distinct().Except(["pause"]).Order());

        var row = (await client.GetFromJsonAsync<JsonElement>("/v1/reports")).GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("key").GetString() == video);
        Assert.Equal(2, row.GetProperty("impressions").GetInt32());
    }

    private static async Task<string> Made(HttpClient client)
    {
        using var ordered = await client.PostAsJsonAsync("/v1/ads", new
        {
            product = new { title = "Stoneware Cup", price = new { amount = "29.00", currency = "USD" }, images = new[] { Pictures.DataUrl(Pictures.Png()) } },
            language = "en",
            size = "1280x720",
            seconds = 5,
            quality = "draft",
            music = false,
            link = new { url = "https://shop.example/cup", discount_code = "SAVE10" },
        });
        Assert.True(ordered.IsSuccessStatusCode, await ordered.Content.ReadAsStringAsync());
        var id = (await ordered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        for (var tries = 0; tries < 240; tries++)
        {
            var video = await client.GetFromJsonAsync<JsonElement>($"/v1/videos/{id}");
            switch (video.GetProperty("status").GetString())
            {
                case "completed":
                    return id;
                case "failed":
                    throw new InvalidOperationException(video.GetRawText());
            }

            await Task.Delay(500);
        }

        throw new TimeoutException(id);
    }
}
