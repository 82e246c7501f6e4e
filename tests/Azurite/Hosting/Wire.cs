using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using SoraFunctions.AzureWire;

namespace SoraFunctions.Azurite.Tests.Hosting;

/// <summary>A transport that sees every request and can answer in the server's place.</summary>
internal sealed class Wire(HttpPipelineTransport inner) : HttpPipelineTransport
{
    private readonly Lock _lock = new();

    public List<(RequestMethod Method, Uri Address, string? Range)> Requests { get; } = [];

    /// <summary>Null to pass a request on; else the status to answer it with.</summary>
    public Func<Request, int?> Answer { get; set; } = _ => null;

    /// <summary>Called before a request is passed on.</summary>
    public Func<Request, Task> Before { get; set; } = _ => Task.CompletedTask;

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The store is asynchronous throughout.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        lock (_lock)
        {
            var range = message.Request.Headers.TryGetValue("x-ms-range", out var value) ? value : null;
            Requests.Add((message.Request.Method, message.Request.Uri.ToUri(), range));
        }

        if (Answer(message.Request) is { } status)
        {
            message.Response = new SaidResponse(status, "", message.Request.ClientRequestId);
            return;
        }

        await Before(message.Request);
        await inner.ProcessAsync(message);
    }
}
