using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class NamedCastTests
{
    [Theory]
    [InlineData("Red Beach stands in the snow", "Red Beach", Setting.Snow)]
    [InlineData("小红在雪地里", "小红", Setting.Snow)]
    [InlineData("A close-up of Bob on a marble counter, then Bob turns", "Bob", Setting.MarbleCounter)]
    public async Task Character_is_what_its_name_says_and_its_name_says_nothing_else(string prompt, string name, Setting place)
    {
        var written = await Requests.Written(Order(prompt, Of(name, person: true)));

        var subject = Assert.Single(written.Storyboard.Cast);
        Assert.Equal((name, Form.Card, 1.7, new string('b', 64)), (subject.Name, subject.Form, subject.Height, subject.Picture));
        Assert.All(written.Storyboard.Shots, shot => Assert.Equal((place, subject.Id), (shot.Setting, shot.Subjects[0])));
        Assert.Contains(written.Warnings, warning => warning.StartsWith("Characters are shown as flat cut-outs", StringComparison.Ordinal) && warning.Contains(name));
        Assert.DoesNotContain(written.Warnings, warning => warning.Contains("plain ball"));
        Assert.Empty(StoryboardRules.Check(written.Storyboard));
    }

    [Fact]
    public async Task Two_characters_with_names_one_within_the_other_are_two()
    {
        var written = await Requests.Written(Order("Ann and Ann Lee stand on a beach", Of("Ann"), Of("Ann Lee", letter: 'c')));

        Assert.Equal(["Ann", "Ann Lee"], written.Storyboard.Cast.Select(subject => subject.Name).Order());
        Assert.Equal(2, written.Storyboard.Cast.Select(subject => subject.Picture).Distinct().Count());
    }

    [Fact]
    public async Task Character_goes_on_in_a_sequel()
    {
        var order = Order("Bob on a beach", Of("Bob"));
        var before = (await Requests.Written(order)).Storyboard;

        var after = (await Requests.Written(order.Extended(before, "Bob spins in the snow", before.Seconds + 4))).Storyboard;

        Assert.Equal(before.Cast, after.Cast);
        Assert.Equal((Setting.Snow, before.Cast[0].Id), (after.Shots[^1].Setting, after.Shots[^1].Subjects[0]));
    }

    private static VideoRequest Order(string prompt, params Character[] characters) => new() { Prompt = prompt, Seconds = 4, Seed = 3, Characters = characters };

    private static Character Of(string name, bool person = false, char letter = 'b') =>
        new($"char_{letter}", name, new Picture(new BlobRef("t/c.png", new string(letter, 64), 1000, "image/png"), 300, 600), person);
}
