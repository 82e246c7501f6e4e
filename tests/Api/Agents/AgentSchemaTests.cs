using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Api.Tests.Agents;

/// <summary>What agents are told, judged by the protocol's own schemas with other people's validator.</summary>
public partial class AgentTests
{
    private readonly List<(string Name, int Status, JsonElement Body)> _told = [];

    [SchemaFact]
    public async Task Everything_that_agents_are_told_is_as_the_published_schemas_have_it()
    {
        await using var agent = await Receiver.Start(_ => Task.CompletedTask);
        await _host.Client.PostJson("/v1/agents/stock", $$"""{"items":[{"id":"{{_item}}","quantity":4}]}""");
        await Ask(HttpMethod.Get, "/acp/products");
        await Ask(HttpMethod.Get, "/.well-known/acp.json");
        await Ask(HttpMethod.Post, "/acp/checkout_sessions", Create(9, """ ,"discounts":{"codes":["ten","FIVE","none","OLD"]},"affiliate_attribution":{"provider":"sora","publisher_id":"p","creative_id":"video_1"} """));
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{await Ready()}/cancel", "{}");
        var (_, cart) = await Ask(HttpMethod.Post, "/acp/carts", $$"""{"line_items":[{"id":"{{_item}}","quantity":7}],"buyer":{"email":"ann@example.com"} }""");
        await Ask(HttpMethod.Put, $"/acp/carts/{cart.Text("id")}", $$"""{"line_items":[{"id":"{{_item}}"}]}""");
        await Ask(HttpMethod.Post, $"/acp/carts/{cart.Text("id")}/cancel", "{}");
        await Ask(HttpMethod.Get, $"/acp/carts/{cart.Text("id")}");

        _payment = """{"id":"pi_9","status":"requires_action","payment_method":{"card":{"brand":"visa"}}}""";
        var (_, begun) = await Ask(HttpMethod.Post, "/acp/checkout_sessions", $$"""{"currency":"usd","capabilities":{"interventions":{"supported":["3ds"]} },"line_items":[{"id":"{{_item}}"}],{{Buyer}} }""");
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{begun.Text("id")}/complete", Payment());
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{begun.Text("id")}/complete", Payment());
        _answer = 402;
        var id = await Ready();
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment());
        _answer = 503;
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment("spt_2"));
        await Ask(HttpMethod.Get, $"/acp/checkout_sessions/{id}");
        (_answer, _payment) = (200, """{"id":"pi_1","status":"succeeded"}""");
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment("spt_2"));
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment("spt_3"));
        await Ask(HttpMethod.Post, "/acp/checkout_sessions", "{", key: "");
        await Ask(HttpMethod.Get, "/acp/products", version: "2020-01-01");
        await Ask(HttpMethod.Get, "/acp/products", token: "at-sora-x");
        await TellOrders(agent);

        var documents = new JsonArray([
            .. _told.Select(one => Document(one.Name, one.Body, TypeOf(one.Name, one.Status, one.Body))),
            .. agent.Heard.Select(heard => Document("order_create", JsonDocument.Parse(heard.Body).RootElement.GetProperty("data"), ("agentic_checkout", "Order"))),
        ]);
        Assert.Single(agent.Heard);
        var said = await Judge(documents);

        Assert.Equal([], said.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!));
        Assert.True(said.GetProperty("checked").GetInt32() > 20);
        var states = _told.Where(one => one.Body.TryGetProperty("status", out _)).Select(one => one.Body.Text("status")).ToHashSet();
        Assert.Superset(
            new HashSet<string?> { "not_ready_for_payment", "ready_for_payment", "authentication_required", "complete_in_progress", "completed", "canceled" }, states);
    }

    private async Task TellOrders(Receiver agent)
    {
        await _host.Use(async (SoraDatabase database, RemoteOptions options) =>
        {
            var row = await database.AgentSellers.SingleAsync();
            (row.WebhookUrl, row.SealedSecret) = (agent.Url, options.Ring!.Seal(Secret, "agent webhook secret of default"));
            await database.SaveChangesAsync();
            await new OrderTelling(database, options, new OutboundHttp(new OutboundOptions { AllowLocalNetwork = true }), _host.Clock).Run(default);
            return 0;
        });
    }

    private static (string Schema, string Type) TypeOf(string path, int status, JsonElement body) =>
        status >= 400 ? ("agentic_checkout", "Error")
        : path.StartsWith("/.well-known", StringComparison.Ordinal) ? ("agentic_checkout", "DiscoveryResponse")
        : path.StartsWith("/acp/products", StringComparison.Ordinal) ? ("feed", "ProductsResponse")
        : path.StartsWith("/acp/carts", StringComparison.Ordinal) ? ("cart", "Cart")
        : ("agentic_checkout", body.Text("status") == "completed" ? "CheckoutSessionWithOrder" : "CheckoutSession");

    private static JsonObject Document(string name, JsonElement body, (string Schema, string Type) type) =>
        new() { ["name"] = name, ["schema"] = type.Schema, ["type"] = type.Type, ["document"] = JsonNode.Parse(body.GetRawText()) };

    private static Task<JsonElement> Judge(JsonArray documents) => Judge(documents, "acp.mjs", SchemaFactAttribute.Schemas!);

    private static async Task<JsonElement> Judge(JsonArray documents, string script, string schemas)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, documents.ToJsonString());
            var start = new ProcessStartInfo("node", [Path.Combine(SchemaFactAttribute.Peers!, "commerce", script)]) { RedirectStandardOutput = true };
            (start.Environment["SCHEMAS"], start.Environment["DOCUMENTS"]) = (schemas, file);
            using var node = Process.Start(start)!;
            var output = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            Assert.Equal(0, node.ExitCode);
            return JsonDocument.Parse(output).RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
