using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Commerce;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Ucp;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Tests.Agents;

/// <summary>The catalog by the Universal Commerce Protocol.</summary>
public partial class AgentTests
{
    private const string Speaks = """{"ucp":{"version":"2026-04-08","services":{},"payment_handlers":{},"capabilities":{"dev.ucp.shopping.catalog.search":[{"version":"2026-04-08"}],"dev.ucp.shopping.catalog.lookup":[{"version":"2026-01-11"},{"version":"2026-04-08"}]}}}""";

    [Fact]
    public async Task Profile_names_the_catalog_and_nothing_that_is_not_here_once_a_seller_lets_a_platform_in()
    {
        using var before = await _host.NewClient(null).GetAsync("/.well-known/ucp");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        await using var platform = await Platform(Speaks);
        using var answer = await _host.NewClient(null).GetAsync("/.well-known/ucp");
        var ucp = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("ucp");
        Assert.Equal("2026-04-08", ucp.Text("version"));
        Assert.Equal(["dev.ucp.shopping.catalog.search", "dev.ucp.shopping.catalog.lookup"], ucp.GetProperty("capabilities").EnumerateObject().Select(one => one.Name));
        var service = ucp.GetProperty("services").GetProperty("dev.ucp.shopping")[0];
        Assert.Equal(("rest", "https://video.example/ucp"), (service.Text("transport"), service.Text("endpoint")));
        Assert.Empty(ucp.GetProperty("payment_handlers").EnumerateObject());
        Assert.True(answer.Headers.CacheControl is { Public: true, NoStore: false } && answer.Headers.CacheControl.MaxAge >= TimeSpan.FromMinutes(1));
        using var gone = await _host.Client.DeleteAsync("/v1/agents");
        using var none = await _host.NewClient(null).GetAsync("/.well-known/ucp");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Catalog_is_searched_by_words_and_price_page_by_page()
    {
        await using var platform = await Platform(Speaks);
        await Sell("video_2", "Copper Kettle", 129);
        await Sell("video_3", "Tea", 9, "For every kettle.");

        var (_, all) = await Catalog(platform, "search", """{"query":"kettle","pagination":{"limit":2}}""");
        Assert.Equal(["Copper Kettle", "Kettle"], Titles(all));
        Assert.Equal((true, 3), (all.GetProperty("pagination").GetProperty("has_next_page").GetBoolean(), all.GetProperty("pagination").GetProperty("total_count").GetInt32()));
        var (_, rest) = await Catalog(platform, "search", $$"""{"query":"kettle","pagination":{"limit":2,"cursor":"{{all.GetProperty("pagination").Text("cursor")}}"} }""");
        Assert.Equal(["Tea"], Titles(rest));
        Assert.False(rest.GetProperty("pagination").GetProperty("has_next_page").GetBoolean());
        Assert.Equal(["Kettle"], Titles((await Catalog(platform, "search", """{"filters":{"price":{"min":5000,"max":10000}},"context":{"currency":"USD"}}""")).Body));
        var (_, other) = await Catalog(platform, "search", """{"filters":{"price":{"min":5000,"max":10000}},"context":{"currency":"JPY"}}""");
        Assert.Equal((3, "price_filter_ignored"), (Titles(other).Count(), other.GetProperty("messages")[0].Text("code")));
        Assert.Empty(Titles((await Catalog(platform, "search", """{"filters":{"categories":["Shoes"]}}""")).Body));
        Assert.Equal(["image", "video"], all.GetProperty("products")[0].GetProperty("media").EnumerateArray().Select(media => media.Text("type")));
        Assert.Equal("dev.ucp.shopping.catalog.search", Assert.Single(all.GetProperty("ucp").GetProperty("capabilities").EnumerateObject()).Name);
        Assert.Single(platform.Heard);
    }

    [Fact]
    public async Task Products_are_looked_up_by_their_ids()
    {
        await using var platform = await Platform(Speaks);
        var (_, found) = await Catalog(platform, "lookup", $$"""{"ids":["{{_item}}","item_none","{{_item}}"]}""");
        var product = Assert.Single(found.GetProperty("products").EnumerateArray());
        Assert.Equal((_item, "exact"), (product.GetProperty("variants")[0].GetProperty("inputs")[0].Text("id"), product.GetProperty("variants")[0].GetProperty("inputs")[0].Text("match")));
        Assert.Equal(("not_found", "item_none"), (found.GetProperty("messages")[0].Text("code"), found.GetProperty("messages")[0].Text("content")));

        var (_, one) = await Catalog(platform, "product", $$"""{"id":"{{_item}}"}""");
        Assert.Equal((7900, "USD"), (one.GetProperty("product").GetProperty("price_range").GetProperty("min").GetProperty("amount").GetInt32(), one.GetProperty("product").GetProperty("price_range").GetProperty("min").Text("currency")));
        var (answer, none) = await Catalog(platform, "product", """{"id":"item_none"}""");
        Assert.Equal((HttpStatusCode.OK, "error", "not_found"), (answer, none.GetProperty("ucp").Text("status"), none.GetProperty("messages")[0].Text("code")));
        var many = JsonSerializer.Serialize(Enumerable.Range(0, 101).Select(one => $"item_{one}"));
        Assert.Equal((HttpStatusCode.BadRequest, "request_too_large"), await Refused(platform, "lookup", $$"""{"ids":{{many}}}"""));
    }

    [Theory]
    [InlineData("search", "{}", "invalid_request")]
    [InlineData("search", "[]", "invalid_request")]
    [InlineData("search", """{"query":7}""", "invalid_request")]
    [InlineData("search", """{"query":"k","pagination":{"limit":0}}""", "invalid_request")]
    [InlineData("search", """{"query":"k","pagination":{"cursor":"%%"}}""", "invalid_request")]
    [InlineData("search", """{"query":"k","filters":{"price":{"min":-1}}}""", "invalid_request")]
    [InlineData("lookup", """{"ids":[]}""", "invalid_request")]
    [InlineData("lookup", """{"ids":[1]}""", "invalid_request")]
    [InlineData("product", "{}", "invalid_request")]
    public async Task What_cannot_be_read_is_refused(string call, string body, string code)
    {
        await using var platform = await Platform(Speaks);
        Assert.Equal((HttpStatusCode.BadRequest, code), await Refused(platform, call, body));
    }

    [Theory]
    [InlineData("http://platform.example/ucp")]
    [InlineData("https://platform.example/\\\"ucp")]
    [InlineData("platform")]
    public async Task A_profile_that_no_platform_can_have_is_not_taken(string profile)
    {
        using var answer = await _host.Client.PostAsync("/v1/agents", new StringContent($"{Seller.TrimEnd()[..^1]},\"profiles\":[\"{profile}\"]}}", Encoding.UTF8, "application/json"));
        Assert.Equal("profiles", (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Theory]
    [InlineData("""{"ucp":{"version":"2026-01-11"}}""", 200, 422, "version_unsupported")]
    [InlineData("""{"ucp":{}}""", 200, 422, "profile_malformed")]
    [InlineData("nothing", 200, 422, "profile_malformed")]
    [InlineData("", 302, 424, "profile_unreachable")]
    [InlineData("", 503, 424, "profile_unreachable")]
    public async Task A_platform_whose_profile_does_not_fit_is_refused(string profile, int status, int expected, string code)
    {
        await using var platform = await Platform(profile, status);
        Assert.Equal(((HttpStatusCode)expected, code), await Refused(platform, "search", """{"query":"kettle"}"""));
        Assert.Equal(((HttpStatusCode)expected, code), await Refused(platform, "search", """{"query":"kettle"}"""));
        Assert.Single(platform.Heard);
    }

    [Fact]
    public async Task Capabilities_that_are_not_shared_are_an_outcome_and_foreign_profiles_and_tokens_are_refused()
    {
        await using var platform = await Platform("""{"ucp":{"version":"2026-04-08","capabilities":{"dev.ucp.shopping.catalog.search":[{"version":"2026-01-11"}]}}}""");
        var (status, body) = await Catalog(platform, "search", """{"query":"kettle"}""");
        Assert.Equal((HttpStatusCode.OK, "error", "capabilities_incompatible"), (status, body.GetProperty("ucp").Text("status"), body.GetProperty("messages")[0].Text("code")));

        Assert.Equal((HttpStatusCode.Unauthorized, "unauthorized"), await Refused(platform, "search", "{}", token: "at-sora-x"));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_profile_url"), await Refused(platform, "search", "{}", agent: "other=1"));
        Assert.Equal((HttpStatusCode.Forbidden, "profile_not_allowed"), await Refused(platform, "search", "{}", agent: "profile=\"https://other.example/ucp\""));
        Assert.Equal("https://a.example/p", UcpAgentHeader.Profile("v=1, profile=\"https://a.example/p\";q=1"));
        Assert.Null(UcpAgentHeader.Profile("xprofile=\"https://a.example/p\""));
    }

    [Fact]
    public async Task Another_seller_sees_its_own_products_alone()
    {
        await using var platform = await Platform(Speaks);
        using var other = await _host.OtherTenant("other");
        var token = await Named(other, platform);
        Assert.Empty(Titles((await Catalog(platform, "search", """{"query":"kettle"}""", token)).Body));
    }

    [UcpSchemaFact]
    public async Task Everything_that_platforms_are_told_is_as_the_published_schemas_have_it()
    {
        await using var platform = await Platform(Speaks);
        await Sell("video_2", "Copper Kettle", 129);
        const string Schemas = "schemas/shopping";
        var profile = await _host.NewClient(null).GetStringAsync("/.well-known/ucp");
        var documents = new JsonArray(
        [
            new JsonObject { ["name"] = "profile", ["schema"] = "discovery/profile_schema.json#/$defs/business_profile", ["document"] = JsonNode.Parse(profile) },
            await Told("search", """{"query":"kettle","pagination":{"limit":1}}""", $"{Schemas}/catalog_search.json#/$defs/search_response"),
            await Told("search", """{"query":"nothing"}""", $"{Schemas}/catalog_search.json#/$defs/search_response"),
            await Told("search", """{"filters":{"price":{"min":1}},"context":{"currency":"EUR"}}""", $"{Schemas}/catalog_search.json#/$defs/search_response"),
            await Told("lookup", $$"""{"ids":["{{_item}}","none"]}""", $"{Schemas}/catalog_lookup.json#/$defs/lookup_response"),
            await Told("product", $$"""{"id":"{{_item}}"}""", $"{Schemas}/catalog_lookup.json#/$defs/get_product_response"),
            await Told("product", """{"id":"none"}""", $"{Schemas}/types/error_response.json"),
        ]);
        var said = await Judge(documents, "ucp.mjs", SchemaFactAttribute.Ucp!);
        Assert.Equal([], said.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!));
        Assert.Equal(7, said.GetProperty("checked").GetInt32());

        async Task<JsonObject> Told(string call, string body, string schema) =>
            new() { ["name"] = call, ["schema"] = schema, ["document"] = JsonNode.Parse((await Catalog(platform, call, body)).Body.GetRawText()) };
    }

    /// <summary>Sets a seller whose token speaks for the platform. Over plain HTTP a seller can't name one, so the address is put in its place.</summary>
    private async Task<string> Named(HttpClient client, Receiver platform)
    {
        const string Secure = "https://platform.example/ucp";
        var token = (await client.PostJson("/v1/agents", $"{Seller.TrimEnd()[..^1]},\"profiles\":[\"{Secure}\"]}}")).Text("token")!;
        await _host.Use(async (SoraDatabase database) =>
        {
            foreach (var row in await database.AgentSellers.ToListAsync())
            {
                row.Terms = row.Terms.Replace(Secure, platform.Url, StringComparison.Ordinal);
            }

            return await database.SaveChangesAsync();
        });
        return token;
    }

    private static IEnumerable<string?> Titles(JsonElement answer) => answer.GetProperty("products").EnumerateArray().Select(one => one.Text("title"));

    private async Task<Receiver> Platform(string profile, int status = 200)
    {
        var platform = await Receiver.Start(http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync(profile);
        });
        _token = await Named(_host.Client, platform);
        return platform;
    }

    private async Task Sell(string id, string product, decimal price, string text = "Boils.")
    {
        var code = $"000000000{id[^1]}";
        await _host.Use((SoraDatabase database) =>
        {
            var now = _host.Clock.GetUtcNow();
            database.Videos.Add(new VideoRow
            {
                Id = id, TenantId = "default", Model = "sora-2", CreatedAt = now, Size = "1280x720", MainChannel = "web", Seconds = 10, Request = "{}", LinkCode = code,
            });
            database.CommerceLinks.Add(new CommerceLinkRow { Code = code, TenantId = "default", VideoId = id, Channel = "web", Destination = "https://shop.example/", CreatedAt = now });
            return database.SaveChangesAsync();
        });
        using var jsonLd = JsonDocument.Parse("{}");
        await _host.Complete(id, ("commerce.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(
            new CommerceDocument { JsonLd = jsonLd.RootElement, Product = product, Price = new Money(price, "USD"), Video = new CommerceVideo(product, text, "en", 1280, 720, 10, null) },
            CommerceJson.Default.CommerceDocument)));
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Catalog(Receiver platform, string call, string body, string? token = null, string? agent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/ucp/catalog/{call}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("UCP-Agent", agent ?? $"profile=\"{platform.Url}\"");
        using var answer = await _host.NewClient(token ?? _token).SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private async Task<(HttpStatusCode Status, string? Code)> Refused(Receiver platform, string call, string body, string? token = null, string? agent = null)
    {
        var (status, told) = await Catalog(platform, call, body, token, agent);
        return (status, told.Text("code"));
    }
}
