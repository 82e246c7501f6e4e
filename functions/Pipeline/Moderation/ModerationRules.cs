using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>What a policy must keep to.</summary>
internal static class ModerationRules
{
    private const int MostHours = 720;

    private static readonly Dictionary<string, ModerationCategory> _categories =
        Enum.GetValues<ModerationCategory>().ToDictionary(NameOf);

    /// <summary>Name of a category on the wire.</summary>
    public static string NameOf(ModerationCategory category) =>
        string.Concat(category.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>The category of a name; null for none.</summary>
    public static ModerationCategory? CategoryOf(string name) => _categories.TryGetValue(name, out var category) ? category : null;

    /// <summary>Says of each fault which field it is in.</summary>
    /// <param name="prefix">Before each field's name, such as <c>policy.moderation.</c>.</param>
    /// <param name="wish">What is to be set.</param>
    /// <param name="floor">What it must not be milder than.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Check(string prefix, ModerationWish wish, ModerationTerms floor, RequestFaults faults)
    {
        foreach (var (index, limit) in (wish.Limits ?? []).Index())
        {
            Check($"{prefix}limits[{index}]", limit, wish.Limits!.Take(index).Any(other => other.Category == limit.Category), floor.Limits, faults);
        }

        Hours($"{prefix}review_hours", wish.ReviewHours, faults);
        Hours($"{prefix}escalate_hours", wish.EscalateHours, faults);
        var patience = wish.ReviewHours ?? (int)floor.Patience.TotalHours;
        if (wish.EscalateHours is { } escalate && escalate >= patience)
        {
            faults.Add($"{prefix}escalate_hours", $"{prefix}escalate_hours must be fewer than the {patience} hours that a video waits.");
        }

        if (wish.FailClosed is false && floor.FailClosed && !ReferenceEquals(floor, ModerationTerms.BuiltIn))
        {
            faults.Add($"{prefix}fail_closed", $"{prefix}fail_closed must be true or left out: this deployment makes nothing while a judge does not answer.");
        }
    }

    /// <summary>A checked wish as it is kept.</summary>
    public static ModerationPolicy Of(ModerationWish wish) => new()
    {
        Limits = wish.Limits is { Count: > 0 } limits ? limits.OrderBy(limit => limit.Category, StringComparer.Ordinal).ToDictionary(limit => limit.Category, limit => new CategoryLimit(limit.Review, limit.Refuse)) : null,
        FailClosed = wish.FailClosed,
        ReviewHours = wish.ReviewHours,
        EscalateHours = wish.EscalateHours,
    };

    private static void Check(string field, CategoryLimitWish limit, bool again, ModerationLimits floor, RequestFaults faults)
    {
        if (CategoryOf(limit.Category) is not { } category || again)
        {
            faults.Add($"{field}.category", $"{field}.category must be one of these, each at most once: {string.Join(", ", _categories.Keys)}.");
            return;
        }

        if (limit.Review is not (2 or 4 or 6) || limit.Refuse is not (2 or 4 or 6 or CategoryLimit.Never) || limit.Review > limit.Refuse)
        {
            faults.Add(field, $"{field} must have review at 2, 4 or 6 and refuse at 2, 4, 6 or {CategoryLimit.Never}, and review not above refuse.");
            return;
        }

        var least = floor.Of(category);
        if (limit.Review > least.Review || limit.Refuse > least.Refuse)
        {
            faults.Add(field, $"{field} must not be milder than the deployment's: review at most {least.Review}, refuse at most {least.Refuse}.");
        }
    }

    private static void Hours(string field, int? value, RequestFaults faults)
    {
        if (value is < 1 or > MostHours)
        {
            faults.Add(field, $"{field} must be a whole number of hours from 1 to {MostHours}.");
        }
    }
}
