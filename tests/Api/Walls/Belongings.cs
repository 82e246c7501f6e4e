using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Tests.Walls;

/// <summary>One of everything that a tenant has, with its ids by the names of parameters.</summary>
internal static class Belongings
{
    public static async Task<Dictionary<string, string>> Make(ApiHost host)
    {
        var client = host.Client;
        var video = (await client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id")!;
        await host.Complete(video, ("video.mp4", "video/mp4", [1, 2, 3]), ("storyboard.json", "application/json", "{}"u8.ToArray()));
        var endpoint = (await client.PostJson("/v1/webhook_endpoints", """{"url":"https://hooks.example/x","event_types":["video.completed"],"name":"of-the-first"}""")).Text("id")!;
        var remote = (await client.PostJson("/v1/remotes", """{"name":"remote-gpu","url":"https://gpu.example.com/v1","key":"sk-remote-0123456789abcdef","price_per_second_usd":0.1}""")).Text("name")!;
        var key = (await client.PostJson("/v1/api_keys", """{"scopes":["read"],"name":"of-the-first"}""")).Text("id")!;
        var board = JsonSerializer.Serialize(await new TenantBlobs(host.Blobs, "default").Put("{}"u8.ToArray().AsMemory(), "application/json", default), PipelineJson.Default.BlobRef);
        var campaign = (await client.PostJson("/v1/campaigns", """{"name":"of-the-first","products":[{"sku":"cup","product":{"title":"Cup"}}],"locales":["en"],"channels":["web"]}""")).Text("id")!;
        var run = (await client.PostJson($"/v1/campaigns/{campaign}/runs", "{}")).Text("id")!;
        await host.Use((SoraDatabase database) =>
        {
            database.Reviews.Add(new ReviewRow
            {
                Id = "review_1", TenantId = "default", VideoId = video, Needed = 1, Findings = "[]", Policy = "rules", RequestSha256 = "", Request = board, Storyboard = board,
                CreatedAt = host.Clock.GetUtcNow(), ExpiresAt = host.Clock.GetUtcNow().AddDays(3),
            });
            database.Shows.Add(new ShowRow
            {
                Id = "show_first", TenantId = "default", FirstVideoId = video, VideoId = video, CadenceMinutes = 60, MinimumVotes = 1, MostCuts = 1,
                CreatedAt = host.Clock.GetUtcNow(), NextCutAt = host.Clock.GetUtcNow().AddHours(1),
            });
            database.Manifests.Add(new ManifestRow { Label = "urn:c2pa:first", TenantId = "default", VideoId = video, Channel = "web", Path = "blobs/default/none", At = host.Clock.GetUtcNow() });
            database.Shops.Add(new ShopRow { Domain = "first.myshopify.com", TenantId = "default", Scopes = "", InstalledAt = host.Clock.GetUtcNow(), SealedToken = "x" });
            return database.SaveChangesAsync();
        });
        var holder = (await client.PostJson("/v1/rights-holders", """{"name":"Studio of the first","ask":"https://studio.example/"}""")).Text("id")!;
        var grant = (await client.PostJson("/v1/grants", $$"""{"rights_holder":"{{holder}}","tenant":"third","share_basis_points":100}""")).Text("id")!;
        return new Dictionary<string, string>
        {
            ["rights_holder_id"] = holder,
            ["grant_id"] = grant,
            ["video_id"] = video,
            ["webhook_endpoint_id"] = endpoint,
            ["name"] = remote,
            ["model"] = remote,
            ["api_key_id"] = key,
            ["review_id"] = "review_1",
            ["id"] = "urn:c2pa:first",
            ["campaign_id"] = campaign,
            ["run_id"] = run,
            ["show_id"] = "show_first",
            ["shop_id"] = "first.myshopify.com",
        };
    }
}
