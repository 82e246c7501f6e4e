using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>How orders are judged: what a deployment or a tenant has set. What a tenant sets can only be stricter.</summary>
public sealed record ModerationPolicy
{
    /// <summary>What a setting must be.</summary>
    public const string Accepted =
        """a JSON object such as {"limits":[{"category":"violence","review":2,"refuse":4}],"fail_closed":true,"review_hours":72,"escalate_hours":48}""";

    /// <summary>Nothing set.</summary>
    public static ModerationPolicy None { get; } = new();

    /// <summary>Limits by category, in kebab case; null for those that are built in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, CategoryLimit>? Limits { get; init; }

    /// <summary>Whether nothing is made while a remote judge does not answer; null for what the deployment says, which is yes by default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? FailClosed { get; init; }

    /// <summary>Hours that a video waits for a reviewer; null for what the deployment says, which is 72 by default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ReviewHours { get; init; }

    /// <summary>Hours after which an administrator has to decide; null for what the deployment says, which is never by default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EscalateHours { get; init; }

    /// <summary>Reads the deployment's.</summary>
    /// <param name="json">As <see cref="Accepted"/> says; null or empty for <see cref="None"/>.</param>
    /// <exception cref="RequestException">It is not; every fault is named.</exception>
    public static ModerationPolicy Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return None;
        }

        var wish = StrictJson.Read<ModerationWish>(StrictJson.Parse(System.Text.Encoding.UTF8.GetBytes(json)));
        var faults = new RequestFaults();
        ModerationRules.Check("", wish, ModerationTerms.BuiltIn, faults);
        faults.ThrowIfAny();
        return ModerationRules.Of(wish);
    }
}
