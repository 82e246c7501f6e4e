using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Azure.Moderation;

/// <summary>One question to the prompt shield.</summary>
/// <param name="Prompt">The caller's words; null for none.</param>
/// <param name="Documents">What comes from elsewhere.</param>
internal sealed record ShieldCall(ModeratedText? Prompt, IReadOnlyList<ModeratedText> Documents)
{
    /// <summary>The fields in which an attack was found.</summary>
    public async Task<IEnumerable<string>> Ask(ContentSafety service, CancellationToken cancellation)
    {
        var (prompt, documents) = await service.Shield(
            Prompt?.Text ?? "", [.. Documents.Select(document => document.Text)], cancellation);
        return [.. prompt && Prompt is not null ? [Prompt.Field] : Array.Empty<string>(), .. Documents.Where((_, index) => documents[index]).Select(document => document.Field)];
    }
}
