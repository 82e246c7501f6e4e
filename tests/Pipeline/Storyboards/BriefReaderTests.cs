using System.Globalization;
using System.Text.Json;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class BriefReaderTests
{
    [Theory]
    [MemberData(nameof(Briefs))]
    public void Labelled_briefs_are_understood(string prompt, string labels)
    {
        var brief = BriefReader.Read(prompt);

        foreach (var label in labels.Split(';'))
        {
            var (key, wanted) = label.Split('=', 2) is [var left, var right] ? (left, right) : throw new InvalidDataException(label);
            var step = char.IsAsciiDigit(key[0]) ? key[0] - '1' : 0;
            if (key == "warn")
            {
                Assert.Contains(brief.Warnings, warning => warning.Contains(wanted, StringComparison.Ordinal));
                continue;
            }

            Assert.True(step < brief.Steps.Count, $"{label}: only {brief.Steps.Count} steps");
            Assert.Equal($"{key}={wanted}", $"{key}={Slot(brief, brief.Steps[step], key.TrimStart('1', '2', '3', '.'))}");
        }
    }

    [Theory]
    [InlineData("30 sec spot. Scene 1: a ball drops. Scene 2: a can spins.")]
    [InlineData("总长30秒。镜头一：一个球落下。镜头二：一个罐子旋转。")]
    public void Length_before_numbered_shots_is_that_of_the_whole(string prompt)
    {
        var brief = BriefReader.Read(prompt);

        Assert.Equal((30m, 2), (brief.Seconds, brief.Steps.Count));
        Assert.All(brief.Steps, step => Assert.Null(step.Seconds));
    }

    [Fact]
    public void At_least_sixty_briefs_are_labelled_and_half_of_them_are_Chinese()
    {
        var prompts = Briefs().Select(row => (string)row[0]).ToArray();

        Assert.True(prompts.Length >= 60);
        Assert.InRange(prompts.Count(prompt => prompt.Any(c => c > '\u4e00')), prompts.Length * 2 / 5, prompts.Length * 3 / 5);
    }

    public static IEnumerable<object[]> Briefs() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Storyboards", "briefs.tsv"))
            .Where(line => line.Contains('\t') && !line.StartsWith('#'))
            .Select(line => line.Split('\t').ToArray<object>());

    private static string Slot(Brief brief, Step step, string key) => key switch
    {
        "thing" => step.Subjects.FirstOrDefault()?.Thing ?? "",
        "things" => string.Join(',', step.Subjects.Select(wish => wish.Thing)),
        "colour" => step.Subjects.FirstOrDefault()?.Colour ?? "",
        "count" => $"{step.Subjects.FirstOrDefault()?.Count}",
        "matter" => Kebab(step.Subjects.FirstOrDefault()?.Matter),
        "deed" => step.Deed is null ? "none" : Kebab(step.Deed),
        "setting" => step.Setting is null ? "none" : Kebab(step.Setting),
        "atmosphere" => Kebab(step.Atmosphere),
        "form" => Kebab(step.Subjects.FirstOrDefault()?.Form),
        "move" => Kebab(step.Move),
        "framing" => Kebab(step.Framing),
        "light" => Kebab(step.Light),
        "elevation" => string.Create(CultureInfo.InvariantCulture, $"{step.Elevation}"),
        "aperture" => string.Create(CultureInfo.InvariantCulture, $"{step.Aperture}"),
        "caption" => step.Caption?.Text ?? "",
        "line" => step.Line ?? "",
        "seconds" => $"{step.Seconds}",
        "wants" => $"{brief.Seconds}",
        "mood" => Kebab(brief.Mood),
        "background" => brief.Colour ?? "none",
        "pace" => $"{brief.Pace}",
        "music" => brief.Music == false ? "no" : "yes",
        "captions" => brief.Captions ? "yes" : "no",
        "onetake" => brief.OneTake ? "yes" : "no",
        "numbered" => brief.Numbered ? "yes" : "no",
        "steps" => $"{brief.Steps.Count}",
        "warnings" => $"{brief.Warnings.Count}",
        _ => throw new InvalidDataException(key),
    };

    private static string Kebab(object? value) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");
}
