using System.Text.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Plans;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class VocabularyTests
{
    [Theory]
    [InlineData("words-en")]
    [InlineData("words-zh")]
    public void Every_setting_deed_move_air_and_form_can_be_said(string table)
    {
        var rows = EmbeddedTable.Rows($"Storyboards.Data.{table}.tsv");
        HashSet<string> Said(string slot) => [.. rows.Where(row => row[1] == slot).Select(row => row[2])];

        Assert.Empty(Names<Setting>().Except(Said("setting")));
        Assert.Empty(Names<Deed>().Except(Said("deed")));
        Assert.Empty(Names<CameraMove>().Except(Said("move")));
        // Clear air is what denying the others says.
        Assert.Empty(Names<Atmosphere>().Except(Said("atmosphere")).Except(["clear"]));
        Assert.Empty(Names<Form>().Except(rows.Where(row => row[1] == "subject").Select(row => row[3].Split(' ')[0]["form=".Length..])).Except(["model"]));
    }

    [Fact]
    public void Things_have_the_same_names_in_both_languages()
    {
        IEnumerable<string> Things(string table) => EmbeddedTable.Rows($"Storyboards.Data.{table}.tsv").Where(row => row[1] == "subject").Select(row => row[2]).Distinct().Order();

        Assert.Equal(Things("words-en"), Things("words-zh"));
    }

    [Fact]
    public void Every_form_has_a_style() => Assert.All(Enum.GetValues<Form>(), form => Assert.NotEmpty(FormStyle.Of(form).Deeds));

    [Fact]
    public void Every_thing_that_a_deed_takes_can_be_cast()
    {
        foreach (var style in Enum.GetValues<Deed>().Select(deed => DeedStyle.Of(deed)))
        {
            Assert.All(new[] { style.Actor, style.Second }.OfType<string>(), thing => Assert.Equal(thing, SubjectWish.Plain(thing).Thing));
            Assert.True(!style.Only || style.Settings.Count > 0);
        }
    }

    [Fact]
    public void The_document_lists_every_word()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SoraFunctions.sln")))
        {
            folder = folder.Parent!;
        }

        var words = File.ReadAllText(Path.Combine(folder.FullName, "docs", "storyboard.md")).Split([' ', ',', '|', ':', ';', '.', '\n', '`']).ToHashSet();
        Assert.Empty(new[] { Names<Setting>(), Names<Deed>(), Names<CameraMove>(), Names<Atmosphere>(), Names<Form>(), Names<Matter>(), Names<Light>() }
            .SelectMany(names => names).Except(words));
    }

    private static IEnumerable<string> Names<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName);
}
