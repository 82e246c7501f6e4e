using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Shops.Results;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

[Collection(ShopCollection.Name)]
public sealed class SchemaTests(ShopHost host)
{
    private static readonly string _tests = Tests();
    private static readonly string _script = Path.Combine(_tests, "Peers", "commerce", "admin.mjs");

    /// <summary>Whatever the app says to a shop in the life of a product, its variables are judged by the published schema.</summary>
    [SchemaFact]
    public async Task What_is_said_to_a_shop_fits_the_published_schema()
    {
        var shop = await host.Shop(results: true);
        await host.Tell(shop, "products/create", host.Admin.Product(shop, 41).Webhook());
        await host.Published(shop, 41);
        host.Admin.Product(shop, 41).Title = "Another";
        host.Admin.Product(shop, 41).UpdatedAt = DateTimeOffset.UtcNow;
        await host.Tell(shop, "products/update", host.Admin.Product(shop, 41).Webhook());
        await host.Until(() => Task.FromResult(shop.Count("RemoveVideos") > 0));
        using (await host.Client.PostAsync($"/v1/shopify/shops/{shop.Name}/backfill", System.Net.Http.Json.JsonContent.Create(new { })))
        {
            await host.Until(() => Task.FromResult(shop.Count("BeginBulk") > 0));
        }

        var video = (await host.Row(shop, 41))!.VideoId!;
        await host.Use<PlayCounter, bool>(async plays =>
        {
            await plays.Count("default", video, "shopify-product", PlayCounter.Impression, default);
            return true;
        });
        await host.Use<TellResults, Nothing>(activity => activity.Run(new ResultsOrder(shop.Name, DateOnly.FromDateTime(DateTime.UtcNow)), default));
        var asked = shop.Asked.ToList();
        var start = new ProcessStartInfo("node", [_script])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["FOLDER"] = Path.Combine(_tests, "..", "functions", "Commerce", "Shopify", "Admin", "Documents"),
                ["CASES"] = new JsonArray([.. asked.Select(one => (JsonNode)new JsonObject { ["document"] = one.Operation, ["variables"] = one.Variables.DeepClone() })]).ToJsonString(),
            },
        };
        using var process = Process.Start(start)!;
        var faults = JsonElement.Parse(await process.StandardOutput.ReadToEndAsync()).GetProperty("cases").EnumerateArray().ToList();
        Assert.All(asked.Zip(faults), pair => Assert.True(pair.Second.GetArrayLength() == 0, $"{pair.First.Operation}: {pair.Second}"));
        string[] due = ["ReadShop", "Subscribe", "FindVideos", "StageUpload", "AddVideo", "ReadVideo", "PlaceVideo", "RemoveVideos", "BeginBulk", "DescribeVideo", "TellActivity", "TellResults", "ReadTranslations"];
        Assert.Empty(due.Except(asked.Select(one => one.Operation)));
    }

    private static string Tests()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Name != "tests")
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside a checkout.");
        }

        return folder.FullName;
    }

    private sealed class SchemaFactAttribute : FactAttribute
    {
        public SchemaFactAttribute() => Skip = Directory.Exists(Path.Combine(_tests, "Peers", "node_modules", "graphql")) ? null : "The schema is not installed: run ./sora test, which installs it.";
    }
}
