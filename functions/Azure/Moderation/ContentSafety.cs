using Azure;
using Azure.Core;
using Azure.Identity;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Azure.Moderation;

/// <summary>
/// Azure AI Content Safety over REST, version <see cref="Version"/>: its package for .NET stands at an older one, without prompt shields.
/// Whatever keeps it from answering fails with <see cref="IOException"/>, never with a verdict.
/// </summary>
/// <param name="endpoint">Such as <c>https://name.cognitiveservices.azure.com</c>.</param>
/// <param name="credential">The identity; needs the role Cognitive Services User.</param>
/// <param name="options">How it is reached; null for the SDK's usual ways.</param>
internal sealed class ContentSafety(Uri endpoint, TokenCredential credential, RestOptions? options = null)
{
    /// <summary>Version of its API.</summary>
    public const string Version = "2024-09-01";

    private readonly RestService _rest = new(
        new Uri(endpoint, "/contentsafety/"), credential, "https://cognitiveservices.azure.com/.default", options);

    /// <summary>Severities of a text of at most <see cref="TextPieces.Longest"/> code points.</summary>
    public Task<IReadOnlyList<(ModerationCategory Category, int Severity)>> Judge(string text, CancellationToken cancellation) =>
        Asked(async () => Severities(await _rest.Post(
            $"text:analyze?api-version={Version}", new TextQuestion(text, "EightSeverityLevels"),
            ContentSafetyWords.Default.TextQuestion, ContentSafetyWords.Default.Analysis, cancellation)));

    /// <summary>Severities of a picture; null when the service does not take it.</summary>
    public Task<IReadOnlyList<(ModerationCategory Category, int Severity)>?> Judge(byte[] picture, CancellationToken cancellation) =>
        Asked(async () =>
        {
            try
            {
                return (IReadOnlyList<(ModerationCategory, int)>?)Severities(await _rest.Post(
                    $"image:analyze?api-version={Version}", new PictureQuestion(new PictureContent(picture), "FourSeverityLevels"),
                    ContentSafetyWords.Default.PictureQuestion, ContentSafetyWords.Default.Analysis, cancellation));
            }
            catch (RequestFailedException refused) when (refused.Status is 400 or 413)
            {
                return null;
            }
        });

    /// <summary>Which of several texts try to command the machine; the first is the caller's word, the others are documents.</summary>
    public Task<(bool Prompt, IReadOnlyList<bool> Documents)> Shield(
        string prompt, IReadOnlyList<string> documents, CancellationToken cancellation) => Asked(async () =>
    {
        var answer = await _rest.Post(
            $"text:shieldPrompt?api-version={Version}", new ShieldQuestion(prompt, documents),
            ContentSafetyWords.Default.ShieldQuestion, ContentSafetyWords.Default.ShieldAnswer, cancellation);
        var found = answer.DocumentsAnalysis ?? [];
        return found.Count == documents.Count
            ? (answer.UserPromptAnalysis?.AttackDetected ?? false, (IReadOnlyList<bool>)[.. found.Select(one => one.AttackDetected)])
            : throw new InvalidDataException($"{found.Count} documents were judged of {documents.Count}");
    });

    private static async Task<T> Asked<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or AuthenticationFailedException
            or InvalidDataException or System.Text.Json.JsonException)
        {
            var status = (failure as RequestFailedException)?.Status;
            throw new IOException($"Content Safety gives no judgement{(status > 0 ? $" ({status})" : "")}; it will be asked again.", failure);
        }
    }

    private static IReadOnlyList<(ModerationCategory, int)> Severities(Analysis analysis) =>
    [
        .. analysis.CategoriesAnalysis
            .Select(one => (Category: CategoryOf(one.Category), Severity: Level(one.Severity ?? 0)))
            .Where(one => one is { Category: not null, Severity: > 0 })
            .Select(one => (one.Category!.Value, one.Severity)),
    ];

    /// <summary>Eight levels as four: 0, 2, 4, 6, each with the odd one above it, as the service itself pairs them.</summary>
    private static int Level(int severity) => Math.Clamp(severity, 0, 7) & ~1;

    private static ModerationCategory? CategoryOf(string name) => name switch
    {
        "Hate" => ModerationCategory.Hate,
        "SelfHarm" => ModerationCategory.SelfHarm,
        "Sexual" => ModerationCategory.Sexual,
        "Violence" => ModerationCategory.Violence,
        _ => null,
    };
}
