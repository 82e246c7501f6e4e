using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Products;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Contract;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Shops;

namespace SoraFunctions.Benchmarks.Shopify;

/// <summary>
/// A shop that edits its products all at once: signed deliveries from many connections, in any order and some of them twice, against the whole service
/// of one machine, rendering apart. Says how long answers took, how much memory it took, and whether each product came to a video of its last state, and no state to two.
/// </summary>
internal static class ShopifyBenchmark
{
    private const string Shop = "green-kettle.myshopify.com";
    private const string Secret = "shpss_benchmark";
    private static readonly DateTimeOffset _start = DateTimeOffset.UtcNow.AddHours(-6);

    /// <summary>Runs it: <c>shopify [products] [updates of each] [connections]</c>.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        int Argument(int place, int otherwise) => arguments.Length > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : otherwise;
        var (products, updates, connections) = (Argument(0, 1000), Argument(1, 50), Argument(2, 64));
        var folder = Directory.CreateTempSubdirectory("sora-shopify-");
        try
        {
            await using var app = Build(folder.FullName);
            await LocalHost.Prepare(app.Services, default);
            await AddShop(app.Services);
            await app.StartAsync();
            return await Measure(app, products, updates, connections);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSoraLocal(new LocalOptions
            {
                DataFolder = folder,
                PublicUrl = "https://sora.example",
                Worker = new Uri("http://127.0.0.1:1"),
                Remotes = RemoteOptions.None with { Ring = new KeyRing([("k", new byte[32])]) },
                Shopify = new ShopifyOptions { ClientId = "benchmark", Secrets = [Secret] },
            })
            .AddSingleton<IWorker, RefusingWorker>();
        var app = builder.Build();
        app.MapSoraApi();
        return app;
    }

    private static async Task AddShop(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        database.Tenants.Add(new TenantRow { Id = "default", Name = "Default", CreatedAt = _start });
        database.Shops.Add(new ShopRow
        {
            Domain = Shop, TenantId = "default", SealedToken = scope.ServiceProvider.GetRequiredService<ShopDirectory>().Seal("default", Shop, "shpat_1"),
            Scopes = "", Currency = "USD", Locales = "en", Host = "kettle.example", InstalledAt = _start,
        });
        await database.SaveChangesAsync();
    }

    private static async Task<int> Measure(WebApplication app, int products, int updates, int connections)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = new Uri(app.Urls.First()) };
        // One update after the other, but no delivery keeps its place: some come before those that were sent earlier.
        var order = Enumerable.Range(0, products * updates).ToArray();
        var chance = new Random(7);
        for (var block = 0; block < order.Length; block += 3 * products)
        {
            chance.Shuffle(order.AsSpan(block, Math.Min(3 * products, order.Length - block)));
        }

        var answers = new double[order.Length];
        var refused = 0;
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, order.Length, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (place, cancellation) =>
        {
            // Every hundredth comes twice, as Shopify repeats what it takes for lost.
            for (var times = place % 100 == 0 ? 2 : 1; times > 0; times--)
            {
                var sent = Stopwatch.GetTimestamp();
                using var answer = await client.SendAsync(Delivery(order[place] % products, order[place] / products), cancellation);
                answers[place] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        });
        var delivered = watch.Elapsed;
        Array.Sort(answers);
        Console.WriteLine($"{order.Length:N0} deliveries of {products:N0} products over {connections} connections in {delivered.TotalSeconds:0.0} s, {order.Length / delivered.TotalSeconds:N0} a second; {refused} refused");
        Console.WriteLine($"answers: half within {At(answers, 0.5):0.0} ms, 99% within {At(answers, 0.99):0.0} ms, all within {answers[^1]:0.0} ms");

        await Until(app.Services, async database => await database.ShopDeliveries.CountAsync(row => row.HandledAt != null) == order.Length);
        Console.WriteLine($"all handled {watch.Elapsed.TotalSeconds:0.0} s after the first");
        await Until(app.Services, async database => !await database.ShopProducts.AnyAsync(row => row.WaitsSince != null || row.Making));
        var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine($"all products looked after {watch.Elapsed.TotalSeconds:0.0} s after the first; {spent.TotalSeconds:0.0} s of processor time, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MiB at most");
        return await Judge(app.Services, products, updates) && refused == 0 ? 0 : 1;
    }

    private static async Task<bool> Judge(IServiceProvider services, int products, int updates)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        var rows = await database.ShopProducts.AsNoTracking().ToListAsync();
        var videos = await database.Videos.AsNoTracking().Select(video => video.Request).ToListAsync();
        var doubled = videos.Count - videos.Distinct().Count();
        var stale = rows.Count(row => row.OrderedDigest != ProductStory.Of(JsonSerializer.Deserialize(Body((int)row.ProductId - 1, updates - 1), ShopifyJson.Default.ShopifyProduct)!)!.Digest());
        var kept = await database.ShopDeliveries.CountAsync(row => row.Body != null);
        Console.WriteLine($"{rows.Count:N0} products, {stale} without a video of their last state; {videos.Count:N0} videos, {doubled} of them of a state that has one; {kept} bodies kept");
        return rows.Count == products && stale == 0 && doubled == 0 && kept == 0;
    }

    private static async Task Until(IServiceProvider services, Func<SoraDatabase, Task<bool>> met)
    {
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            if (await met(scope.ServiceProvider.GetRequiredService<SoraDatabase>()))
            {
                return;
            }

            await Task.Delay(500);
        }
    }

    private static HttpRequestMessage Delivery(int product, int update)
    {
        var body = Body(product, update);
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/shopify/webhooks") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Shopify-Topic", "products/update");
        request.Headers.Add("X-Shopify-Hmac-Sha256", ShopifySignature.Of(body, Secret));
        request.Headers.Add("X-Shopify-Shop-Domain", Shop);
        request.Headers.Add("X-Shopify-Webhook-Id", $"{product}-{update}");
        return request;
    }

    private static byte[] Body(int product, int update) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""
        {"id":{{product + 1}},"title":"Gooseneck Kettle {{product}}","body_html":"<p>Pours slowly and evenly.</p><ul><li>Holds 0.9 l</li><li>Boils in {{3 + (product % 5)}} minutes</li></ul>",
        "vendor":"Green Kettle","product_type":"Teapot","handle":"kettle-{{product}}","status":"active","tags":"gift, pour-over","updated_at":"{{_start.AddSeconds(update):O}}",
        "options":[{"name":"Colour","position":1,"values":["Moss","Sand"]}],"variants":[{"id":{{(product * 10L) + 1}},"title":"Moss","price":"{{50 + update}}.00","compare_at_price":"120.00","position":1}],"images":[],"media":[]}
        """));

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
