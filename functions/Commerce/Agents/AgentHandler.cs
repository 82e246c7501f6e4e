namespace SoraFunctions.Commerce.Agents;

/// <summary>A way to pay.</summary>
public sealed record AgentHandler
{
    /// <summary>Of the way.</summary>
    public string Id { get; init; } = "card_tokenized";

    /// <summary>Of its kind.</summary>
    public string Name { get; init; } = "dev.acp.tokenized.card";

    /// <summary>What buyers read.</summary>
    public string DisplayName { get; init; } = "Card";

    /// <summary>A date.</summary>
    public string Version { get; init; } = "2026-01-22";

    /// <summary>Where it is described.</summary>
    public string Spec { get; init; } = "https://acp.dev/handlers/tokenized.card";

    /// <summary>Whether the agent has a token made.</summary>
    public bool RequiresDelegatePayment { get; init; } = true;

    /// <summary>Whether numbers of cards come through.</summary>
    public bool RequiresPciCompliance { get; init; }

    /// <summary>Who is paid through.</summary>
    public string Psp { get; init; } = "stripe";

    /// <summary>How its settings are described.</summary>
    public string ConfigSchema { get; init; } = "https://acp.dev/schemas/handlers/tokenized.card/config.json";

    /// <summary>How what is paid with is described.</summary>
    public IReadOnlyList<string> InstrumentSchemas { get; init; } = ["https://acp.dev/schemas/handlers/tokenized.card/instrument.json"];

    /// <summary>Its settings.</summary>
    public required IReadOnlyDictionary<string, string> Config { get; init; }
}
