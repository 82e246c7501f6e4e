using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Azure.Moderation;

/// <summary>What the prompt shield is asked: the caller's own words as prompts, what comes from a shop as documents.</summary>
internal static class PromptShield
{
    /// <summary>Most documents of one call.</summary>
    private const int MostDocuments = 5;

    /// <summary>The calls for some texts; none where there is nothing that is obeyed.</summary>
    public static IEnumerable<ShieldCall> Questions(IReadOnlyList<ModeratedText> texts)
    {
        var prompts = Pieces(texts, field => field is "prompt" or "change").Select(piece => new ShieldCall(piece, []));
        return prompts.Concat(Documents(texts));
    }

    /// <summary>Documents, as many to a call as its limits of number and length allow.</summary>
    private static IEnumerable<ShieldCall> Documents(IReadOnlyList<ModeratedText> texts)
    {
        var call = new List<ModeratedText>();
        foreach (var piece in Pieces(texts, field => field.StartsWith("product.", StringComparison.Ordinal)))
        {
            if (call.Count == MostDocuments || call.Sum(one => one.Text.Length) + piece.Text.Length > TextPieces.Longest)
            {
                yield return new ShieldCall(null, [.. call]);
                call.Clear();
            }

            call.Add(piece);
        }

        if (call.Count > 0)
        {
            yield return new ShieldCall(null, call);
        }
    }

    private static IEnumerable<ModeratedText> Pieces(IReadOnlyList<ModeratedText> texts, Func<string, bool> which) =>
        texts.Where(text => which(text.Field)).SelectMany(text => TextPieces.Of(text.Text).Select(piece => text with { Text = piece }));
}
