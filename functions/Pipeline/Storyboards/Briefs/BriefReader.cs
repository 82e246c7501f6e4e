using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Reads a prompt word by word, in English, Chinese, Spanish, French, German or Japanese.</summary>
internal static class BriefReader
{
    /// <summary>What a prompt asks for.</summary>
    public static Brief Read(string prompt)
    {
        var quotations = Quotations.Of(prompt);
        var text = LateDenials.Of(quotations.Text);
        var occasion = Occasion.Of(text);
        var lexicon = Lexicons.For(text);
        var (parts, before, numbered) = Headings.Split(occasion.Text);
        var whole = new WholeDraft
        {
            Read = new Brief { Steps = [], Aspect = occasion.Aspect, Audience = occasion.Audience, Season = occasion.Season, Language = lexicon.Language },
        };
        var steps = new List<Step>();
        if (lexicon.Language is null)
        {
            whole.NotKnown(LeftOut.Of(occasion.Text));
        }

        if (before.Length > 0)
        {
            // What stands before the first numbered shot holds for all of them.
            var common = new StepReader(before, quotations.Quoted, whole, oneStep: true, lexicon).Steps().FirstOrDefault();
            whole.Read = whole.Read with { Seconds = whole.Read.Seconds ?? common?.Seconds };
            whole.Common = common is null ? null : common with { Seconds = null };
        }

        foreach (var part in parts)
        {
            steps.AddRange(new StepReader(part, quotations.Quoted, whole, numbered, lexicon).Steps());
        }

        return whole.Done(steps, numbered);
    }
}
