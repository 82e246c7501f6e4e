using System.Reflection;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Tests.Verifications;

public class FindingWordsTests
{
    /// <summary>What no failure is: good news, and remarks.</summary>
    private static readonly string[] _others =
    [
        ".match", ".validated", ".trusted", ".insideValidity", ".notRevoked", ".skipped", ".ocsp.unknown", ".ocsp.inaccessible",
        ".additionalExclusionsPresent", ".unknownProvenance", ".unreferenced",
    ];

    [Fact]
    public void Every_failure_of_the_verifier_has_chinese_words()
    {
        var codes = typeof(ProvenanceReader).Assembly.GetType("SoraFunctions.Provenance.Verification.StatusCode")!
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);

        Assert.DoesNotContain("?", codes
            .Where(code => !_others.Any(other => code.EndsWith(other, StringComparison.Ordinal)))
            .Select(code => FindingWords.Of(code, "?", "zh-CN")));
    }

    [Fact]
    public void Other_languages_and_unknown_codes_keep_the_verifiers_words()
    {
        Assert.Equal("why", FindingWords.Of("claim.missing", "why", "en"));
        Assert.Equal("why", FindingWords.Of("com.example.new", "why", "zh"));
    }
}
