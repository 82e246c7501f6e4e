using SoraFunctions.Contract.Speech;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>Words that are said in one breath.</summary>
/// <param name="Words">The words; the last one carries the mark that ends the clause, where there is one.</param>
/// <param name="Pause">Seconds of quiet after it, at the usual rate.</param>
internal sealed record Clause(IReadOnlyList<ReadWord> Words, double Pause)
{
    private const string CommaMarks = ",;:，、；：";
    private const string SentenceMarks = ".!?。！？…";
    private const string Closing = "\"'”’»」』)）";

    /// <summary>The clauses of some words.</summary>
    public static IReadOnlyList<Clause> Of(IReadOnlyList<ReadWord> words)
    {
        List<Clause> clauses = [];
        List<ReadWord> clause = [];
        foreach (var word in words)
        {
            clause.Add(word);
            var end = word.Spoken.TrimEnd().TrimEnd([.. Closing]);
            var pause = end.Length == 0 ? 0
                : SentenceMarks.Contains(end[^1]) ? SpeechLength.SentencePause
                : CommaMarks.Contains(end[^1]) ? SpeechLength.CommaPause
                : 0;
            if (pause == 0)
                continue;
            clauses.Add(new Clause([.. clause], pause));
            clause.Clear();
        }

        if (clause.Count > 0)
            clauses.Add(new Clause(clause, SpeechLength.SentencePause));
        return [.. clauses.Where(one => one.Words.Any(word => word.Spoken.Any(char.IsLetterOrDigit)))];
    }

    /// <summary>The sentences of some words: clauses taken together up to a full stop.</summary>
    public static IReadOnlyList<Clause> Sentences(IReadOnlyList<ReadWord> words)
    {
        List<Clause> sentences = [];
        List<ReadWord> sentence = [];
        foreach (var clause in Of(words))
        {
            sentence.AddRange(clause.Words);
            if (clause.Pause < SpeechLength.SentencePause)
                continue;
            sentences.Add(new Clause([.. sentence], clause.Pause));
            sentence.Clear();
        }

        return sentence.Count == 0 ? sentences : [.. sentences, new Clause(sentence, SpeechLength.SentencePause)];
    }
}
