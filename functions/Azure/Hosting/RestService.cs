using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace SoraFunctions.Azure.Hosting;

/// <summary>
/// An Azure service over REST, under the identity, with the SDK's own pipeline: tokens, repeats with jitter, respect for Retry-After. Used
/// where the service's package can't be restored everywhere or does not know the operation.
/// </summary>
internal sealed class RestService
{
    private readonly HttpPipeline _pipeline;
    private readonly Uri _root;

    /// <param name="root">What paths are appended to.</param>
    /// <param name="credential">The identity.</param>
    /// <param name="scope">Of its tokens.</param>
    /// <param name="options">How it is reached; null for the SDK's usual ways.</param>
    public RestService(Uri root, TokenCredential credential, string scope, RestOptions? options = null)
    {
        _root = root.AbsoluteUri.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/");
        _pipeline = HttpPipelineBuilder.Build(options ?? new RestOptions(), new BearerTokenAuthenticationPolicy(credential, scope));
    }

    /// <summary>Sends a document and reads the answer.</summary>
    /// <exception cref="RequestFailedException">The service refuses, or can't be reached after all repeats.</exception>
    public async Task<TAnswer> Post<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Post, path, Content(body, bodyType));
        await _pipeline.SendAsync(message, cancellation);
        return Read(message.Response, answerType);
    }

    /// <summary>As <see cref="Post{TBody,TAnswer}"/>, for callers that .NET calls without a way to wait.</summary>
    /// <exception cref="RequestFailedException">The service refuses, or can't be reached after all repeats.</exception>
    public TAnswer PostNow<TBody, TAnswer>(string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType)
    {
        using var message = Message(RequestMethod.Post, path, Content(body, bodyType));
        _pipeline.Send(message, CancellationToken.None);
        return Read(message.Response, answerType);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="RequestFailedException">The service refuses, or can't be reached after all repeats.</exception>
    public async Task<TAnswer> Get<TAnswer>(string path, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
    {
        using var message = Message(RequestMethod.Get, path, null);
        await _pipeline.SendAsync(message, cancellation);
        return Read(message.Response, answerType);
    }

    private static RequestContent Content<TBody>(TBody body, JsonTypeInfo<TBody> type) =>
        RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(body, type));

    private HttpMessage Message(RequestMethod method, string path, RequestContent? content)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(_root.AbsoluteUri + path));
        message.Request.Headers.Add("Accept", "application/json");
        if (content is not null)
        {
            message.Request.Headers.Add("Content-Type", "application/json");
            message.Request.Content = content;
        }

        return message;
    }

    private static TAnswer Read<TAnswer>(Response response, JsonTypeInfo<TAnswer> type)
    {
        if (response.Status != 200)
        {
            throw new RequestFailedException(response);
        }

        return JsonSerializer.Deserialize(response.Content, type)
            ?? throw new InvalidDataException("The service answered null in place of what was asked for.");
    }
}
