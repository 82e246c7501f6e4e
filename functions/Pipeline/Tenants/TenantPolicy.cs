using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>What a tenant lets its members order.</summary>
public sealed record TenantPolicy
{
    /// <summary>Engines that may be named; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Engines { get; init; }

    /// <summary>Longest video in seconds; null for what the service takes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MostSeconds { get; init; }

    /// <summary>How orders are judged; null for what the deployment says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModerationPolicy? Moderation { get; init; }

    /// <summary>Holds an order against it.</summary>
    /// <param name="request">A checked order.</param>
    /// <param name="engineField">What the field that names the engine is called in it.</param>
    /// <exception cref="RequestException">It is not allowed; its code is <see cref="RequestErrorCodes.PolicyViolation"/>.</exception>
    public void Check(VideoRequest request, string engineField = "engine")
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Engines is { } engines && !engines.Contains(request.Engine))
        {
            throw Refused(engineField, $"The policy of this tenant allows these engines: {string.Join(", ", engines)}; this order would take {request.Engine}.");
        }

        if (MostSeconds is { } most && request.Seconds > most)
        {
            throw Refused("seconds", $"The policy of this tenant allows videos of at most {most} seconds.");
        }
    }

    private static RequestException Refused(string field, string message) => new(new RequestError(field, message, RequestErrorCodes.PolicyViolation));
}
