using System.Collections.Concurrent;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Pictures;

namespace SoraFunctions.Azure.Moderation;

/// <summary>
/// Judges by the built-in rules first, which know public figures and protected characters, then by Azure AI Content Safety: texts,
/// pictures, and prompts that try to command the machine. What the rules refuse is not asked about. A service that does not answer is no
/// verdict: the judgement fails with <see cref="ModeratorDownException"/> and is asked for again. A picture that the service can't judge is refused
/// with <see cref="FinalException"/> and what would be accepted: letting it pass would make size a way around moderation.
/// </summary>
/// <param name="rules">The first judge.</param>
/// <param name="service">The second judge.</param>
/// <param name="limits">What is refused; null for <see cref="ModerationLimits.Default"/>.</param>
internal sealed class ContentSafetyModerator(RuleModerator rules, ContentSafety service, ModerationLimits? limits = null) : IModerator
{
    /// <summary>Questions to the service at a time.</summary>
    private const int Concurrency = 8;

    private const int LargestPicture = 4 << 20;
    private const int SmallestSide = 50;
    private const int LargestSide = 7200;

    private readonly ModerationLimits _limits = limits ?? ModerationLimits.Default;

    /// <inheritdoc/>
    public string Policy => $"{rules.Policy}+content-safety-1-{ContentSafety.Version}";

    /// <inheritdoc/>
    public async Task<ModerationVerdict> Judge(
        IReadOnlyList<ModeratedText> texts, IReadOnlyList<ModeratedPicture> pictures, CancellationToken cancellation)
    {
        var first = await rules.Judge(texts, pictures, cancellation);
        if (first.Outcome == ModerationOutcome.Refuse)
        {
            return first with { Policy = Policy };
        }

        var found = new ConcurrentBag<(string Field, ModerationCategory Category, int Severity)>();
        var questions = TextBatch.Of(texts).Select<TextBatch, Func<CancellationToken, Task>>(
                batch => async token => Add(await batch.Ask(service, token)))
            .Concat(pictures.Select<ModeratedPicture, Func<CancellationToken, Task>>(
                picture => async token => Add((await JudgePicture(picture, token)).Select(one => (picture.Field, one.Item1, one.Item2)))))
            .Concat(PromptShield.Questions(texts).Select<ShieldCall, Func<CancellationToken, Task>>(
                call => async token => Add((await call.Ask(service, token)).Select(field => (field, ModerationCategory.PromptAttack, PromptAttacks.Severity(ModerationCategory.PromptAttack, 6, field))))));
        await Parallel.ForEachAsync(
            questions,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellation },
            async (question, token) => await question(token));

        var second = found
            .GroupBy(one => (one.Field, one.Category))
            .Select(group => new ModerationFinding(
                group.Key.Category, group.Max(one => one.Severity), group.Key.Field, Rule(group.Key.Category), rules.Remedy(group.Key.Category)));
        var findings = first.Findings.Concat(second)
            .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Field, StringComparer.Ordinal).ToArray();
        return new ModerationVerdict(findings, Policy, _limits.Of(findings));

        void Add(IEnumerable<(string Field, ModerationCategory Category, int Severity)> some)
        {
            foreach (var one in some)
            {
                found.Add(one);
            }
        }
    }

    private static string Rule(ModerationCategory category) =>
        category == ModerationCategory.PromptAttack ? "content-safety/prompt-shield" : "content-safety/severity";

    private async Task<IReadOnlyList<(ModerationCategory, int)>> JudgePicture(ModeratedPicture picture, CancellationToken cancellation)
    {
        await using var content = await picture.Open(cancellation);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return IsTaken(bytes) && await service.Judge(bytes.ToArray(), cancellation) is { } severities
            ? severities
            : throw new FinalException(
                "picture_not_judged",
                $"{picture.Field} can't be checked: send it as PNG, JPEG or WebP with {SmallestSide} to 2048 pixels a side and at most 4 MB.");
    }

    /// <summary>
    /// Where documents disagree about the largest side (2048 in the API's definition, 7200 in the guide) the service decides; it is never
    /// promised more than the smaller.
    /// </summary>
    private static bool IsTaken(MemoryStream bytes)
    {
        if (bytes.Length > LargestPicture)
        {
            return false;
        }

        var facts = PictureReader.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return Math.Min(facts.Width, facts.Height) >= SmallestSide && Math.Max(facts.Width, facts.Height) <= LargestSide;
    }
}
