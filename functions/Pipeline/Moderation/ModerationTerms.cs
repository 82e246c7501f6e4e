namespace SoraFunctions.Pipeline.Moderation;

/// <summary>How the orders of a tenant are judged, once the deployment's policy and its own are laid upon what is built in.</summary>
/// <param name="Limits">What is refused and reviewed.</param>
/// <param name="FailClosed">Whether nothing is made while a remote judge does not answer.</param>
/// <param name="Patience">How long a video waits for a reviewer.</param>
/// <param name="EscalateAfter">After how long an administrator has to decide; null for never.</param>
public sealed record ModerationTerms(ModerationLimits Limits, bool FailClosed, TimeSpan Patience, TimeSpan? EscalateAfter)
{
    /// <summary>What holds where nothing is set.</summary>
    public static ModerationTerms BuiltIn { get; } = new(ModerationLimits.Default, FailClosed: true, TimeSpan.FromHours(72), null);

    /// <summary>What holds for a deployment, or for one of its tenants.</summary>
    /// <param name="deployment">What the deployment has set.</param>
    /// <param name="tenant">What the tenant has set; null for nothing.</param>
    public static ModerationTerms Of(ModerationPolicy deployment, ModerationPolicy? tenant = null)
    {
        var patience = Hours(tenant?.ReviewHours ?? deployment.ReviewHours) ?? BuiltIn.Patience;
        return new ModerationTerms(
            BuiltIn.Limits.And(LimitsOf(deployment)).And(LimitsOf(tenant)),
            tenant?.FailClosed is true || (deployment.FailClosed ?? BuiltIn.FailClosed),
            patience,
            Hours(tenant?.EscalateHours ?? deployment.EscalateHours) is { } early && early < patience ? early : null);
    }

    private static TimeSpan? Hours(int? hours) => hours is { } some ? TimeSpan.FromHours(some) : null;

    private static Dictionary<ModerationCategory, CategoryLimit> LimitsOf(ModerationPolicy? policy) => (policy?.Limits ?? new Dictionary<string, CategoryLimit>())
        .Where(limit => ModerationRules.CategoryOf(limit.Key) is not null)
        .ToDictionary(limit => ModerationRules.CategoryOf(limit.Key)!.Value, limit => limit.Value);
}
