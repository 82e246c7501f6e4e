using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Polly;
using Polly.Timeout;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Pipeline.Shops.Admin;

/// <summary>
/// Asks shops by their Admin API, no faster than each lets the app: a question that would be refused for its cost waits until it would not. Fails with
/// <see cref="FinalException"/> where trying again would not help, and with <see cref="IOException"/> where it may.
/// </summary>
/// <param name="http">How addresses are called.</param>
/// <param name="options">Where shops are.</param>
/// <param name="retry">How questions are repeated.</param>
public sealed class AdminClient(OutboundHttp http, ShopifyOptions options, AdminRetry retry)
{
    /// <summary>What a question is taken to cost before it was ever asked.</summary>
    private const double UsualCost = 20;

    private readonly (ResiliencePipeline<AdminReply> Questions, ResiliencePipeline<AdminReply> Changes) _pipelines = retry.Build();
    private readonly ConcurrentDictionary<string, (QueryCost Cost, DateTimeOffset At)> _buckets = new();
    private readonly ConcurrentDictionary<string, double> _costs = new();

    /// <summary>Asks.</summary>
    /// <param name="shop">Whom.</param>
    /// <param name="document">Which document.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<AdminAnswer> Ask(ShopAccess shop, string document, JsonObject variables, CancellationToken cancellation)
    {
        var text = AdminDocument.Text(document);
        var pipeline = text.StartsWith("mutation", StringComparison.Ordinal) ? _pipelines.Changes : _pipelines.Questions;
        var body = new JsonObject { ["query"] = text, ["operationName"] = document, ["variables"] = variables }.ToJsonString();
        AdminReply reply;
        try
        {
            await KeepPace(shop, document, cancellation);
            reply = await pipeline.ExecuteAsync(async token => await Send(shop, document, body, token), cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutRejectedException)
        {
            throw failure.InnerException is ForbiddenAddressException
                ? new FinalException("forbidden_address", $"'{shop.Domain}' is not at an address of the public internet.")
                : new IOException($"'{shop.Domain}' can't be reached", failure);
        }

        return reply switch
        {
            { Status: 401 } => throw new FinalException("shop_token_refused", $"'{shop.Domain}' does not know the app's token any more. Install the app there again."),
            { Status: 402 or 403 or 404 or 423 } => throw new FinalException("shop_closed", $"'{shop.Domain}' is closed to the app (status {reply.Status})."),
            { Answer: { Throttled: false, Errors.Count: 0 } answer } => answer,
            { Answer: { Throttled: false } answer } => throw new FinalException(
                answer.Denied ? "shop_access_denied" : "shop_refused", $"'{shop.Domain}' refuses {document}: {string.Join("; ", answer.Errors.Take(3))}"),
            _ => throw new IOException($"'{shop.Domain}' answers {document} with status {reply.Status}{(reply.Answer is { Throttled: true } ? ", asking for patience" : "")}"),
        };
    }

    /// <summary>Asks for a change, and fails with what the shop has against it.</summary>
    /// <param name="shop">Whom.</param>
    /// <param name="document">Which document.</param>
    /// <param name="mutation">The mutation in it.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FinalException">It was refused.</exception>
    public async Task<AdminAnswer> Change(ShopAccess shop, string document, string mutation, JsonObject variables, CancellationToken cancellation)
    {
        var answer = await Ask(shop, document, variables, cancellation);
        return answer.RefusalsOf(mutation) is { Count: > 0 } refusals
            ? throw new FinalException("shop_refused", $"'{shop.Domain}' refuses {document}: {string.Join("; ", refusals.Take(3))}")
            : answer;
    }

    private async Task KeepPace(ShopAccess shop, string document, CancellationToken cancellation)
    {
        var cost = _costs.GetValueOrDefault(document, UsualCost);
        while (_buckets.TryGetValue(shop.Domain.Name, out var bucket))
        {
            var now = retry.Time.GetUtcNow();
            var wait = bucket.Cost.WaitFor(cost, now - bucket.At);
            if (wait > retry.LongestPause)
            {
                throw new IOException($"'{shop.Domain}' lets the app ask again in {wait.TotalSeconds:0} s");
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, retry.Time, cancellation);
            }
            else if (_buckets.TryUpdate(shop.Domain.Name, (bucket.Cost.Spent(cost, now - bucket.At), now), bucket))
            {
                // What this will cost is not for others to spend who ask meanwhile.
                return;
            }
        }
    }

    private async Task<AdminReply> Send(ShopAccess shop, string document, string body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AdminDocument.Endpoint(options.RootOf(shop.Domain)))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Shopify-Access-Token", shop.Token);
        using var answer = await http.Send(request, cancellation);
        var reply = await AdminReply.Of(answer, cancellation);
        if (reply.Answer?.Cost is { } cost)
        {
            _costs[document] = cost.Requested;
            _buckets[shop.Domain.Name] = (cost, retry.Time.GetUtcNow());
        }

        return reply;
    }
}
