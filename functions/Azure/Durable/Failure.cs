using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.DurableTask;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Azure.Durable;

/// <summary>
/// Why an activity or an orchestration failed, in a form that survives the trip. Of an exception only its type and its message arrive, and
/// hosts cut a message at its first line break and take what stands before the first colon and space for a type. So code and message
/// travel as one line of JSON that has neither.
/// </summary>
/// <param name="Code">Stable word.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Final">Whether trying again would not help.</param>
internal sealed record Failure(string Code, string Message, bool Final)
{
    /// <summary>The code of whatever has none of its own.</summary>
    public const string ServerError = "server_error";

    private const int _longestMessage = 4_000;
    private const string _start = "{\"code\":";

    private static readonly FailureJson _json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    /// <summary>What an exception means.</summary>
    /// <param name="error">What was thrown.</param>
    public static Failure Of(Exception error) => error switch
    {
        FinalException final => Cut(final.Code, final.Message, true),
        ActivityFailedException failed => Cut(failed.Code, failed.Message, true),
        _ => Cut(ServerError, error.Message, false),
    };

    /// <summary>What arrived, of whatever made it: a failure of this service, or one of the host's own.</summary>
    /// <param name="details">What the SDK tells; an inner failure is looked into when the outer one is not this service's.</param>
    public static Failure Read(TaskFailureDetails details)
    {
        for (var one = details; one is not null; one = one.InnerFailure)
        {
            if (Read(one.ErrorMessage) is { } failure)
            {
                return failure;
            }
        }

        return Cut(ServerError, details.ErrorMessage, false);
    }

    /// <summary>The message of the exception that carries it.</summary>
    public string Write() => JsonSerializer.Serialize(this, _json.Failure).Replace(": ", ":\\u0020", StringComparison.Ordinal);

    private static Failure? Read(string message)
    {
        var start = message.IndexOf(_start, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(message.AsSpan(start), _json.Failure);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Failure Cut(string code, string message, bool final) =>
        new(code, message.Length > _longestMessage ? message[.._longestMessage] + " ..." : message, final);
}
