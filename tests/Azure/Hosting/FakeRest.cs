using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.AzureWire;

namespace SoraFunctions.Azure.Tests.Hosting;

/// <summary>A REST service in memory behind the SDK's own pipeline.</summary>
internal sealed class FakeRest(Func<FakeRest.Asked, (int Status, string Body)> answer) : HttpPipelineTransport
{
    private readonly Lock _lock = new();

    public List<Asked> Questions { get; } = [];

    /// <summary>Reached over this transport, and asked again at once.</summary>
    public RestOptions Options
    {
        get
        {
            var options = new RestOptions { Transport = this };
            options.Retry.Delay = TimeSpan.Zero;
            options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
            return options;
        }
    }

    /// <summary>Asks the service past the wire.</summary>
    public (int Status, string Body) Ask(Asked asked)
    {
        lock (_lock)
        {
            Questions.Add(asked);
            return answer(asked);
        }
    }

    public override Request CreateRequest() => new HttpClientTransport().CreateRequest();

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return default;
    }

    public override void Process(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        var bearer = message.Request.Headers.TryGetValue("Authorization", out var value) ? value : null;
        var asked = new Asked(
            message.Request.Method.Method, message.Request.Uri.ToUri().AbsoluteUri, bearer,
            body.Length == 0 ? default : JsonDocument.Parse(body.ToArray()).RootElement);
        var (status, text) = Ask(asked);
        message.Response = new SaidResponse(status, text, message.Request.ClientRequestId);
    }

    public sealed record Asked(string Method, string Address, string? Bearer, JsonElement Body);
}
