using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Pipeline.Tests.Moderation;

public class RuleModeratorTests
{
    private static readonly RuleModerator _moderator = new();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Labelled_texts_get_their_verdict(string label, string text)
    {
        var verdict = await _moderator.Judge([new ModeratedText("prompt", text)], [], CancellationToken.None);

        Assert.Equal(label == "ok", verdict.Allowed);
        if (label != "ok")
        {
            Assert.Contains(verdict.Findings, finding => finding.Severity >= 4 && Name(finding.Category) == label);
        }
    }

    public static IEnumerable<object[]> Cases() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Moderation", "cases.tsv"))
            .Where(line => line.Contains('\t') && !line.StartsWith('#'))
            .Select(line => line.Split('\t') is [var label, var text, ..] ? new object[] { label, text } : throw new InvalidDataException(line));

    private static string Name(ModerationCategory category) =>
        string.Concat(category.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
