using System.Net;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Workers;

/// <summary>Turns a worker's error object back into what the worker failed with.</summary>
internal static class WorkerReply
{
    public static async Task<Exception> Failure(HttpResponseMessage response, CancellationToken cancellation)
    {
        var (code, message) = await Words(response, cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.BadRequest => new InvalidDataException(message),
            HttpStatusCode.RequestEntityTooLarge => new InvalidDataException($"the worker refuses the size: {message}"),
            HttpStatusCode.NotFound => new FileNotFoundException(message),
            HttpStatusCode.Unauthorized => new WorkerException(new RenderError("unauthorized", message, false)),
            HttpStatusCode.TooManyRequests => new WorkerException(new RenderError("busy", message, true)),
            HttpStatusCode.InsufficientStorage => new WorkerException(new RenderError("out_of_space", message, true)),
            var status => new WorkerException(new RenderError(code ?? "internal", message, (int)status >= 500)),
        };
    }

    private static async Task<(string? Code, string Message)> Words(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsStringAsync(cancellation);
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement.GetProperty("error");
            return (error.GetProperty("code").GetString(), error.GetProperty("message").GetString() ?? "");
        }
        catch (Exception foreign) when (foreign is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy in between speaks its own words.
            return (null, $"the worker answered {(int)response.StatusCode} {response.ReasonPhrase}");
        }
    }
}
