using Azure;
using Azure.AI.ContentSafety;
using Azure.Core;
using Azure.Identity;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Azure.Moderation;

/// <summary>
/// Azure AI Content Safety: texts and pictures by its client, prompt shields over REST, since the client's released version does not know
/// them. Whatever keeps it from answering fails with <see cref="ModeratorDownException"/>, never with a verdict.
/// </summary>
/// <param name="client">Judges texts and pictures.</param>
/// <param name="shields">Judges prompts: the service's address, under an identity with the role Cognitive Services User.</param>
internal sealed class ContentSafety(ContentSafetyClient client, RestService shields)
{
    /// <summary>Version of the API that the client speaks, and of the one with prompt shields.</summary>
    public const string Version = "2023-10-01-2024-09-01";

    private const string _shieldPath = "contentsafety/text:shieldPrompt?api-version=2024-09-01";

    /// <summary>The service at an address such as <c>https://name.cognitiveservices.azure.com</c>.</summary>
    public static ContentSafety At(Uri endpoint, TokenCredential credential) => new(
        new ContentSafetyClient(endpoint, credential),
        new RestService(endpoint, credential, "https://cognitiveservices.azure.com/.default"));

    /// <summary>Severities of a text of at most <see cref="TextPieces.Longest"/> code points.</summary>
    public Task<IReadOnlyList<(ModerationCategory Category, int Severity)>> Judge(string text, CancellationToken cancellation) =>
        Asked(async () =>
        {
            var question = new AnalyzeTextOptions(text) { OutputType = AnalyzeTextOutputType.EightSeverityLevels };
            var answer = await client.AnalyzeTextAsync(question, cancellation);
            return Severities(answer.Value.CategoriesAnalysis.Select(one => (one.Category.ToString(), one.Severity)));
        });

    /// <summary>Severities of a picture; null when the service does not take it.</summary>
    public Task<IReadOnlyList<(ModerationCategory Category, int Severity)>?> Judge(byte[] picture, CancellationToken cancellation) =>
        Asked(async () =>
        {
            var question = new AnalyzeImageOptions(new ContentSafetyImageData(BinaryData.FromBytes(picture)))
            {
                OutputType = AnalyzeImageOutputType.FourSeverityLevels,
            };
            try
            {
                var answer = await client.AnalyzeImageAsync(question, cancellation);
                return Severities(answer.Value.CategoriesAnalysis.Select(one => (one.Category.ToString(), one.Severity)));
            }
            catch (RequestFailedException refused) when (refused.Status is 400 or 413)
            {
                return (IReadOnlyList<(ModerationCategory, int)>?)null;
            }
        });

    /// <summary>Which of several texts try to command the machine; the first is the caller's word, the others are documents.</summary>
    public Task<(bool Prompt, IReadOnlyList<bool> Documents)> Shield(
        string prompt, IReadOnlyList<string> documents, CancellationToken cancellation) => Asked(async () =>
    {
        var answer = await shields.Post(
            _shieldPath, new ShieldQuestion(prompt, documents),
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
            throw new ModeratorDownException($"Content Safety gives no judgement{(status > 0 ? $" ({status})" : "")}; it will be asked again.", failure);
        }
    }

    private static IReadOnlyList<(ModerationCategory, int)> Severities(IEnumerable<(string Category, int? Severity)> analysis) =>
    [
        .. analysis
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
