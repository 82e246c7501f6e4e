namespace SoraFunctions.Commerce.Agents;

/// <summary>What a buyer or an agent has to know about a checkout.</summary>
public sealed record AgentMessage
{
    /// <summary><c>info</c>, <c>warning</c> or <c>error</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Of errors.</summary>
    public string? Code { get; init; }

    /// <summary>Who can mend it.</summary>
    public string? Resolution { get; init; }

    /// <summary>Where it is, as a JSONPath.</summary>
    public string? Param { get; init; }

    /// <summary>Always <c>plain</c>.</summary>
    public string ContentType { get; init; } = "plain";

    /// <summary>The words.</summary>
    public required string Content { get; init; }
}
