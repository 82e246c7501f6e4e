using System.Globalization;
using System.Xml.Linq;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace SoraFunctions.Service.Stores;

/// <summary>
/// A store in a container of Azure Blob Storage: conditional headers decide who writes. Nothing is tried again here
/// (<see cref="SteadyStore"/> does that).
/// </summary>
public sealed class BlobStore : IStore
{
    private const string Version = "2023-11-03";
    private const string Scope = "https://storage.azure.com/.default";

    /// <summary>Above this a transfer is taken for hung; the largest asset at 10 MB/s needs less.</summary>
    private static readonly TimeSpan _transfer = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Uri _container;
    private readonly HttpPipeline _pipeline;

    /// <summary>A store in a container, which must be there.</summary>
    /// <param name="container">
    /// Its address, such as <c>https://account.blob.core.windows.net/worker</c>; a shared access signature in its query stands for a
    /// credential.
    /// </param>
    /// <param name="credential">Who asks; null when the address holds a signature.</param>
    /// <param name="transport">What sends; null for the usual.</param>
    public BlobStore(Uri container, TokenCredential? credential, HttpPipelineTransport? transport = null)
    {
        _container = container;
        var options = new BlobPipelineOptions();
        if (transport is not null)
        {
            options.Transport = transport;
        }

        _pipeline = HttpPipelineBuilder.Build(
            options, credential is null ? [] : [new BearerTokenAuthenticationPolicy(credential, Scope)]);
    }

    /// <inheritdoc/>
    public async Task<StoredRecord?> Read(string name, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Get, "records/" + name);
        var response = await Send(message, cancellation, 404);
        return response.Status == 404 ? null : new StoredRecord(response.Content.ToArray(), TagOf(response));
    }

    /// <inheritdoc/>
    public async Task<string?> Write(string name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Put, "records/" + name);
        message.Request.Headers.Add("x-ms-blob-type", "BlockBlob");
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Headers.Add(expected is null ? "If-None-Match" : "If-Match", expected ?? "*");
        message.Request.Content = RequestContent.Create(content);
        var response = await Send(message, cancellation, 404, 409, 412);
        return response.IsError ? null : TagOf(response);
    }

    /// <inheritdoc/>
    public async Task Delete(string name, string? expected, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Delete, "records/" + name);
        if (expected is not null)
        {
            message.Request.Headers.Add("If-Match", expected);
        }

        await Send(message, cancellation, 404, 412);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredName>> List(string folder, CancellationToken cancellation)
    {
        const string Root = "records/";
        var names = new List<StoredName>();
        var marker = "";
        do
        {
            using var message = Message(RequestMethod.Get, "", ("restype", "container"), ("comp", "list"), ("prefix", $"{Root}{folder}/"), ("marker", marker));
            var page = XDocument.Parse((await Send(message, cancellation)).Content.ToString().TrimStart('\uFEFF')).Root!;
            names.AddRange(page.Descendants("Blob").Select(blob => new StoredName(
                blob.Element("Name")!.Value[Root.Length..], Bare(blob.Element("Properties")!.Element("Etag")!.Value))));
            marker = page.Element("NextMarker")?.Value ?? "";
        }
        while (marker.Length > 0);
        return names;
    }

    /// <inheritdoc/>
    public async Task<bool> HasAsset(string sha256, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Head, AssetName(sha256));
        return !(await Send(message, cancellation, 404)).IsError;
    }

    /// <inheritdoc/>
    public async Task PutAsset(string sha256, string path, CancellationToken cancellation)
    {
        if (await HasAsset(sha256, cancellation))
        {
            return;
        }

        await using var file = File.OpenRead(path);
        using var message = Message(RequestMethod.Put, AssetName(sha256));
        message.NetworkTimeout = _transfer;
        message.Request.Headers.Add("x-ms-blob-type", "BlockBlob");
        message.Request.Headers.Add("Content-Type", "application/octet-stream");
        message.Request.Headers.Add("If-None-Match", "*");
        message.Request.Content = RequestContent.Create(file);
        await Send(message, cancellation, 409, 412);
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsset(string sha256, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Get, AssetName(sha256));
        message.BufferResponse = false;
        message.NetworkTimeout = _transfer;
        var response = await Send(message, cancellation, 404);
        return response.IsError ? null : message.ExtractResponseContent();
    }

    /// <inheritdoc/>
    public async Task DeleteAsset(string sha256, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Delete, AssetName(sha256));
        await Send(message, cancellation, 404);
    }

    /// <inheritdoc/>
    public async Task<StoredFile?> OpenFile(string path, long from, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Get, string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        message.BufferResponse = false;
        message.NetworkTimeout = _transfer;
        if (from > 0)
        {
            message.Request.Headers.Add("x-ms-range", string.Create(CultureInfo.InvariantCulture, $"bytes={from}-"));
        }

        // Nothing is left of a blob that is read from its end.
        var response = await Send(message, cancellation, 404, 416);
        return response.Status switch
        {
            404 => null,
            416 => new StoredFile(Stream.Null, from),
            _ => new StoredFile(message.ExtractResponseContent()!, LengthOf(response)),
        };
    }

    // A part says of how much: "bytes 5-9/10".
    private static long LengthOf(Response response) =>
        response.Headers.TryGetValue("Content-Range", out var range) && long.TryParse(range.AsSpan(range.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : response.Headers.ContentLength ?? throw new StoreUnavailableException("the store answered without a length");

    private static string AssetName(string sha256) => $"assets/{sha256[..2]}/{sha256[2..4]}/{sha256}";

    // Answers quote a tag, listings of some servers do not.
    private static string Bare(string tag) => tag.StartsWith('"') ? tag : $"\"{tag}\"";

    private static string TagOf(Response response) => Bare(response.Headers.ETag?.ToString("H") ?? throw new StoreUnavailableException(
        "the store answered without an ETag"));

    private HttpMessage Message(RequestMethod method, string name, params ReadOnlySpan<(string Name, string Value)> query)
    {
        var message = _pipeline.CreateMessage();
        message.NetworkTimeout = _patience;
        message.Request.Method = method;
        message.Request.Uri.Reset(_container);
        if (name.Length > 0)
        {
            message.Request.Uri.AppendPath("/" + name, escape: false);
        }

        foreach (var (key, value) in query)
        {
            if (value.Length > 0)
            {
                message.Request.Uri.AppendQuery(key, value, escapeValue: true);
            }
        }

        message.Request.Headers.Add("x-ms-version", Version);
        message.Request.Headers.Add("x-ms-date", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture));
        return message;
    }

    private async Task<Response> Send(HttpMessage message, CancellationToken cancellation, params int[] alsoFine)
    {
        try
        {
            await _pipeline.SendAsync(message, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested
            && failure is RequestFailedException or IOException or OperationCanceledException or AggregateException or AuthenticationFailedException)
        {
            throw new StoreUnavailableException($"the store at {_container.Host} is out of reach: {failure.Message}", failure);
        }

        var response = message.Response;
        return !response.IsError || alsoFine.Contains(response.Status) ? response : throw new StoreUnavailableException(
            $"the store at {_container.Host} answered {response.Status} {response.ReasonPhrase} {Reason(response)}".TrimEnd());
    }

    private static string Reason(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) ? code : "";

    private sealed class BlobPipelineOptions : ClientOptions
    {
        public BlobPipelineOptions()
        {
            Retry.MaxRetries = 0;
            Diagnostics.IsDistributedTracingEnabled = false;
        }
    }
}
