using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>Tells agents of orders, again and again for up to three days, until they are heard: signed with <c>Merchant-Signature</c>.</summary>
/// <param name="database">Where orders are.</param>
/// <param name="options">Opens secrets.</param>
/// <param name="http">How addresses are called.</param>
/// <param name="time">The clock.</param>
public sealed class OrderTelling(SoraDatabase database, RemoteOptions options, OutboundHttp http, TimeProvider time)
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan _patience = TimeSpan.FromDays(3);
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);

    /// <summary>Tells what was not heard yet.</summary>
    /// <param name="cancellation">Stops after the present order.</param>
    public async Task Run(CancellationToken cancellation)
    {
        foreach (var row in await database.AgentCheckouts.AsNoTracking().Where(one => one.UntoldSince != null).OrderBy(one => one.UntoldSince).Take(MostAtOnce).ToListAsync(cancellation))
        {
            var seller = await database.AgentSellers.AsNoTracking().FirstOrDefaultAsync(one => one.TenantId == row.TenantId, cancellation);
            if (seller is not { WebhookUrl: { } url, SealedSecret: { } sealedSecret }
                || options.Ring?.Open(sealedSecret, AgentSellers.SecretPurpose(row.TenantId)) is not { } secret
                || row.UntoldSince < time.GetUtcNow() - _patience
                || await Tell(url, secret, row, seller, cancellation))
            {
                await database.AgentCheckouts.Where(one => one.Id == row.Id)
                    .ExecuteUpdateAsync(change => change.SetProperty(one => one.UntoldSince, (DateTimeOffset?)null), cancellation);
            }
        }
    }

    private async Task<bool> Tell(string url, string secret, AgentCheckoutRow row, AgentSellerRow seller, CancellationToken cancellation)
    {
        if (!http.IsCallable(url, out var address))
        {
            return false;
        }

        var terms = JsonSerializer.Deserialize(seller.Terms, AgentStateJson.Default.SellerTerms)!;
        var body = JsonSerializer.SerializeToUtf8Bytes(new OrderEvent("order_create", CheckoutView.OrderOf(row.Id, terms)), AgentStateJson.Default.OrderEvent);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("Merchant-Signature", TimedSignature.Of(body, time.GetUtcNow(), secret));
        request.Headers.Add("Request-Id", $"{row.Id}/order_create");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeout);
        try
        {
            using var answer = await http.Send(request, limit.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
