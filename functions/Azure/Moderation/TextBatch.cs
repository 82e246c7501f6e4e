using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Azure.Moderation;

/// <summary>
/// Texts that are asked about together: a video has a dozen short ones, and the service counts questions. Only where something is found is
/// each asked about alone, so that the finding has its field.
/// </summary>
/// <param name="Texts">Together no longer than the service takes.</param>
internal sealed record TextBatch(IReadOnlyList<ModeratedText> Texts)
{
    private const string Between = "\n\n";

    /// <summary>The batches of some texts, long ones in pieces.</summary>
    public static IEnumerable<TextBatch> Of(IEnumerable<ModeratedText> texts)
    {
        var batch = new List<ModeratedText>();
        var length = 0;
        foreach (var piece in texts.SelectMany(text => TextPieces.Of(text.Text).Select(piece => text with { Text = piece })))
        {
            // Units are at least as many as code points.
            if (batch.Count > 0 && length + Between.Length + piece.Text.Length > TextPieces.Longest)
            {
                yield return new TextBatch([.. batch]);
                batch.Clear();
                length = 0;
            }

            batch.Add(piece);
            length += Between.Length + piece.Text.Length;
        }

        if (batch.Count > 0)
        {
            yield return new TextBatch(batch);
        }
    }

    /// <summary>What is found, by field.</summary>
    public async Task<IEnumerable<(string Field, ModerationCategory Category, int Severity)>> Ask(
        ContentSafety service, CancellationToken cancellation)
    {
        var found = await service.Judge(string.Join(Between, Texts.Select(text => text.Text)), cancellation);
        if (found.Count == 0 || Texts.Count == 1)
        {
            return found.Select(one => (Texts[0].Field, one.Category, one.Severity));
        }

        var single = new List<(string, ModerationCategory, int)>();
        foreach (var text in Texts)
        {
            single.AddRange((await service.Judge(text.Text, cancellation)).Select(one => (text.Field, one.Category, one.Severity)));
        }

        // Words that are harmful only side by side belong to all of them.
        return single.Count > 0 ? single : found.Select(one => (string.Join(", ", Texts.Select(text => text.Field).Distinct()), one.Category, one.Severity));
    }
}
