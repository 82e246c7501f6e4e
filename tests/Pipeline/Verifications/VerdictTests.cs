using SoraFunctions.Pipeline.Verifications;
using static SoraFunctions.Pipeline.Verifications.SignatureEvidence;

namespace SoraFunctions.Pipeline.Tests.Verifications;

/// <summary>Which evidence gives which verdict: the whole table.</summary>
public sealed class VerdictTests
{
    /// <summary>Columns: nothing else; a label; a likeness; the mark. Whether a manifest says AI counts only where it holds.</summary>
    private static readonly (SignatureEvidence Signature, bool SaysAi, Verdict[] Verdicts)[] _table =
    [
        (Missing, false, [Verdict.NothingFound, Verdict.LabelledOnly, Verdict.LooksLikeOurs, Verdict.RecognisedWithoutSignature]),
        (NotRead, false, [Verdict.NothingFound, Verdict.LabelledOnly, Verdict.LooksLikeOurs, Verdict.RecognisedWithoutSignature]),
        (Ours, false, [Verdict.MadeHere, Verdict.MadeHere, Verdict.MadeHere, Verdict.MadeHere]),
        (Ours, true, [Verdict.MadeHere, Verdict.MadeHere, Verdict.MadeHere, Verdict.MadeHere]),
        (Foreign, false, [Verdict.SignedElsewhere, Verdict.SignedElsewhere, Verdict.SignedElsewhere, Verdict.RecognisedWithoutSignature]),
        (Foreign, true, [Verdict.MadeElsewhereWithAi, Verdict.MadeElsewhereWithAi, Verdict.MadeElsewhereWithAi, Verdict.RecognisedWithoutSignature]),
        (Altered, false, [Verdict.AlteredAfterSigning, Verdict.AlteredAfterSigning, Verdict.AlteredAfterSigning, Verdict.AlteredAfterSigning]),
        (Unsound, false, [Verdict.UnsoundManifest, Verdict.UnsoundManifest, Verdict.LooksLikeOurs, Verdict.RecognisedWithoutSignature]),
    ];

    [Fact]
    public void Every_evidence_has_the_verdict_of_the_table() => Assert.All(_table, row => Assert.Equal(
        row.Verdicts,
        new[] { (false, false, false), (false, false, true), (false, true, false), (true, false, false) }.Select(column =>
            VerdictRules.Of(new Evidence(row.Signature, row.SaysAi, column.Item1, column.Item2, column.Item3)))));

    [Fact]
    public void The_stronger_evidence_decides() => Assert.All(_table, row =>
    {
        Assert.All([false, true], labelled => Assert.Equal(row.Verdicts[2], VerdictRules.Of(new Evidence(row.Signature, row.SaysAi, false, true, labelled))));
        Assert.All([false, true], alike => Assert.Equal(row.Verdicts[3], VerdictRules.Of(new Evidence(row.Signature, row.SaysAi, true, alike, true))));
    });

    [Fact]
    public void The_table_is_whole() =>
        Assert.Equal(Enum.GetValues<SignatureEvidence>().Order(), _table.Select(row => row.Signature).Distinct().Order());

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Every_verdict_has_words_of_its_own(string language)
    {
        var words = Enum.GetValues<Verdict>().Select(verdict => VerdictWords.Of(verdict, true, language)).ToList();
        Assert.Equal(words.Count, words.Select(one => one.Title).Distinct().Count());
        Assert.All(words, one => Assert.Equal(language == "en", one.Explanation.All(char.IsAscii)));
    }

    [Fact]
    public void What_was_not_examined_is_not_called_absent()
    {
        Assert.EndsWith("The picture itself was not examined.", VerdictWords.Of(Verdict.NothingFound, false, "en").Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("examined", VerdictWords.Of(Verdict.MadeHere, false, "en").Explanation, StringComparison.Ordinal);
    }
}
