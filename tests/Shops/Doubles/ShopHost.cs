using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Contract;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Shops;

namespace SoraFunctions.Shops.Tests.Doubles;

/// <summary>The whole service of one machine before a fake Shopify, with a worker that gives the same small video for everything.</summary>
public sealed class ShopHost : IAsyncLifetime
{
    public const string ClientId = "app-1";
    public const string Secret = "shpss_new-secret";
    public const string OldSecret = "shpss_old-secret";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-shops-").FullName;
    private WebApplication _app = null!;
    private int _shops;
    private int _deliveries;
    private bool _stopped;

    public FakeAdmin Admin { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public ShopifyOptions Options { get; init; } = new()
    {
        ClientId = ClientId, Secrets = [Secret, OldSecret], Quiet = TimeSpan.FromMilliseconds(500), LongestQuiet = TimeSpan.FromSeconds(20), FirstLook = TimeSpan.FromMilliseconds(50),
    };

    internal CannedWorker Worker { get; } = new();

    public IServiceProvider Services => _app.Services;

    public async Task InitializeAsync()
    {
        Admin = await FakeAdmin.Start();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddSoraLocal(new LocalOptions
            {
                DataFolder = _folder,
                PublicUrl = "https://sora.example",
                Worker = new Uri("http://127.0.0.1:1"),
                AllowLocalNetwork = true,
                OperatorTenant = "default",
                Shopify = Options with { ShopsAt = new Uri(Admin.Url) },
            })
            .AddSingleton<IWorker>(Worker);
        _app = builder.Build();
        _app.MapSoraApi();
        await LocalHost.Prepare(_app.Services, default);
        await _app.StartAsync();
        Client = NewClient(await Use<FirstStart, string>(async first => (await first.Run(default))!.Secret));
    }

    public async Task DisposeAsync()
    {
        if (!_stopped)
        {
            await Stop();
        }

        await Admin.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Ends the service; gives the folder with all that it has kept.</summary>
    public async Task<string> Stop()
    {
        _stopped = true;
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        return _folder;
    }

    public HttpClient NewClient(string? key) => new()
    {
        BaseAddress = new Uri(_app.Urls.First()),
        DefaultRequestHeaders = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
    };

    public async Task<HttpClient> OtherTenant(string tenant) => NewClient(await Use<ApiKeys, string>(async keys =>
    {
        await Use<SoraDatabase, int>(database =>
        {
            database.Tenants.Add(new TenantRow { Id = tenant, Name = tenant, CreatedAt = DateTimeOffset.UtcNow });
            return database.SaveChangesAsync();
        });
        return (await keys.Issue(tenant, default)).Secret;
    }));

    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<TResult> Rows<TResult>(Func<SoraDatabase, Task<TResult>> use) => Use(use);

    /// <summary>A shop that has the app installed.</summary>
    public async Task<FakeShop> Shop(HttpClient? client = null, bool results = false)
    {
        var shop = NewShop();
        shop.Host = results ? $"{shop.Name.Split('.')[0]}.example" : shop.Host;
        shop.Scope = results ? $"{shop.Scope},write_marketing_events" : shop.Scope;
        using var done = await Install(shop, client, results: results);
        Assert.True(done.StatusCode == HttpStatusCode.OK, await done.Content.ReadAsStringAsync());
        await Until(() => Rows(database => database.Shops.AnyAsync(row => row.Domain == shop.Name && row.Currency != null)));
        return shop;
    }

    public FakeShop NewShop()
    {
        var name = $"kettle-{Interlocked.Increment(ref _shops)}.myshopify.com";
        return Admin.Shops.GetOrAdd(name, one => new FakeShop(one));
    }

    /// <summary>Sends the merchant to the shop and back.</summary>
    public async Task<HttpResponseMessage> Install(FakeShop shop, HttpClient? client = null, bool publish = true, bool results = false)
    {
        var begun = await (client ?? Client).PostAsJsonAsync("/v1/shopify/installs", new { shop = shop.Name, publish, results });
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        var page = new Uri((await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!);
        return await Callback(shop.Name, Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(page.Query)["state"]!, shop.Code);
    }

    /// <summary>Opens the app from Shopify's own pages.</summary>
    public async Task<HttpResponseMessage> Open(string shop, string secret = Secret, TimeSpan age = default)
    {
        var query = new Dictionary<string, string> { ["shop"] = shop, ["timestamp"] = $"{(DateTimeOffset.UtcNow - age).ToUnixTimeSeconds()}", ["host"] = "YWRtaW4" };
        query["hmac"] = ShopifyQuery.Of(query, secret);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Client.BaseAddress };
        return await browser.GetAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/v1/shopify/app", query!));
    }

    public async Task<HttpResponseMessage> Callback(string shop, string state, string code, string secret = Secret, TimeSpan age = default, string? cookie = null)
    {
        var query = new Dictionary<string, string>
        {
            ["code"] = code, ["shop"] = shop, ["state"] = state, ["timestamp"] = $"{(DateTimeOffset.UtcNow - age).ToUnixTimeSeconds()}", ["host"] = "YWRtaW4",
        };
        query["hmac"] = ShopifyQuery.Of(query, secret);
        using var request = new HttpRequestMessage(HttpMethod.Get, Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/v1/shopify/callback", query!));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Delivers a webhook as Shopify would.</summary>
    public Task<HttpResponseMessage> Deliver(
        string shop, string topic, JsonNode body, string? id = null, string secret = Secret, string prefix = "X-Shopify-", string? signature = null) =>
        Deliver(shop, topic, Encoding.UTF8.GetBytes(body.ToJsonString()), id, secret, prefix, signature);

    public async Task<HttpResponseMessage> Deliver(string shop, string topic, byte[] body, string? id, string secret, string prefix = "X-Shopify-", string? signature = null)
    {
        using var client = NewClient(null);
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/shopify/webhooks") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add($"{prefix}Topic", topic);
        request.Headers.Add($"{prefix}Hmac-Sha256", signature ?? ShopifySignature.Of(body, secret));
        request.Headers.Add($"{prefix}Shop-Domain", shop);
        request.Headers.Add($"{prefix}API-Version", "2026-10");
        request.Headers.Add($"{prefix}Webhook-Id", id ?? $"d-{Interlocked.Increment(ref _deliveries)}");
        return await client.SendAsync(request);
    }

    /// <summary>Delivers, and sees to it that it was taken.</summary>
    public async Task Tell(FakeShop shop, string topic, JsonNode body, string? id = null)
    {
        using var answer = await Deliver(shop.Name, topic, body, id);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until all that was told has been handled.</summary>
    public Task Handled(FakeShop shop) => Until(() => Rows(async database => !await database.ShopDeliveries.AnyAsync(row => row.Shop == shop.Name && row.HandledAt == null)));

    /// <summary>Waits until a visit through a link is written down.</summary>
    public Task Counted(string code) => Until(() => Rows(database => database.Clicks.AnyAsync(click => click.Code == code)));

    /// <summary>Waits until a product's video is on its page; gives its row.</summary>
    public async Task<ShopProductRow> Published(FakeShop shop, long product)
    {
        await Until(() => Rows(database => database.ShopProducts.AnyAsync(row => row.Shop == shop.Name && row.ProductId == product && row.WaitsSince == null
            && database.ShopPublications.Any(one => one.VideoId == row.VideoId && (one.PublishedAt != null || one.Fault != null)))));
        return (await Row(shop, product))!;
    }

    public Task<ShopProductRow?> Row(FakeShop shop, long product) => Rows(database =>
        database.ShopProducts.AsNoTracking().SingleOrDefaultAsync(row => row.Shop == shop.Name && row.ProductId == product));

    public async Task Until(Func<Task<bool>> met)
    {
        var until = DateTimeOffset.UtcNow + _patience;
        while (!await met())
        {
            Assert.True(DateTimeOffset.UtcNow < until, "It did not come about in time.");
            await Task.Delay(50);
        }
    }
}
