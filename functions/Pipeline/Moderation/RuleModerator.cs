using SoraFunctions.Pipeline.Moderation.Rules;
using SoraFunctions.Pipeline.Moderation.Text;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>
/// Judges by built-in lists of words in English and Chinese, over text freed of disguises. Needs no network; the same
/// text gets the same verdict under the same <see cref="Policy"/>. It can't see: pictures pass.
/// </summary>
/// <param name="limits">What is refused; null for <see cref="ModerationLimits.Default"/>.</param>
public sealed class RuleModerator(ModerationLimits? limits = null) : IModerator
{
    private readonly ModerationLimits _limits = limits ?? ModerationLimits.Default;
    private readonly RuleBook _book = RuleBook.BuiltIn;

    /// <inheritdoc/>
    public string Policy => $"rules-3-{_book.Version}{_limits.Name}";

    /// <summary>What a caller can do about a finding of a category, in plain words.</summary>
    /// <param name="category">Which.</param>
    public string Remedy(ModerationCategory category) => _book.Remedies[category];

    /// <inheritdoc/>
    public Task<ModerationVerdict> Judge(
        IReadOnlyList<ModeratedText> texts, IReadOnlyList<ModeratedPicture> pictures, CancellationToken cancellation)
    {
        var findings = new List<ModerationFinding>();
        foreach (var text in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(Findings(text));
        }

        var worstFirst = findings.OrderByDescending(finding => finding.Severity).ToArray();
        return Task.FromResult(new ModerationVerdict(worstFirst, Policy, _limits.Of(worstFirst)));
    }

    /// <summary>The worst finding of each category.</summary>
    /// <param name="text">What is judged.</param>
    internal IEnumerable<ModerationFinding> Findings(ModeratedText text)
    {
        var reading = Reading.Of(text.Text, _book.Torn);
        var hits = Matches.In(reading, _book.Terms);
        return hits.Where(hit => hit.Term.Category is not null && !text.Granted.Contains(hit.Term.Rule))
            .Select(hit => (Category: hit.Term.Category!.Value, hit.Term.Severity, hit.Term.Rule, hit.Term.Remedy))
            .Concat(Scenes.In(reading, hits, _book.Scenes).Select(scene => (scene.Category, scene.Severity, Rule: scene.Name, Remedy: (string?)null)))
            .Concat(PrivateNames.In(text) ? [(ModerationCategory.PrivatePerson, 4, PrivateNames.Rule, null)] : [])
            .Where(found => found.Severity > 0)
            .GroupBy(found => found.Category)
            .Select(group => group.MaxBy(found => found.Severity))
            .Select(worst => new ModerationFinding(
                worst.Category, PromptAttacks.Severity(worst.Category, worst.Severity, text.Field), text.Field, worst.Rule, worst.Remedy ?? _book.Remedies[worst.Category]));
    }
}
