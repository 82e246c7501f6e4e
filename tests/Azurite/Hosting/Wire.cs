using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

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
            message.Response = new Said(status, message.Request.ClientRequestId);
            return;
        }

        await Before(message.Request);
        await inner.ProcessAsync(message);
    }

    private sealed class Said(int status, string id) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; } = new MemoryStream();

        public override string ClientRequestId { get; set; } = id;

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }
}
