namespace SoraFunctions.Pipeline.Quotas;

/// <summary>An order is more than its tenant may have for now.</summary>
/// <param name="code">Stable word: <c>quota_exceeded</c> or <c>spend_cap_reached</c>.</param>
/// <param name="message">What is used up, and when it begins anew.</param>
/// <param name="until">When it begins anew.</param>
public sealed class QuotaExceededException(string code, string message, DateTimeOffset until) : Exception(message)
{
    /// <summary>Stable word.</summary>
    public string Code { get; } = code;

    /// <summary>When it begins anew.</summary>
    public DateTimeOffset Until { get; } = until;
}
