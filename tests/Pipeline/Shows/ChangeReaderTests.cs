using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Shows;

namespace SoraFunctions.Pipeline.Tests.Shows;

public sealed class ChangeReaderTests
{
    private static readonly Storyboard _shown = new()
    {
        Title = "Ball",
        Language = "en",
        Cast = [new Subject { Id = "ball", Name = "Ball", Form = Form.Ball }],
        Shots =
        [
            new Shot { Id = "one", Seconds = 4, Subjects = ["ball"], Action = Deed.Bounce },
            new Shot { Id = "two", Seconds = 4, Subjects = ["ball"], Action = Deed.Roll },
        ],
    };

    [Fact]
    public void Comments_that_come_to_the_same_are_votes_for_the_same()
    {
        var reader = new ChangeReader(_shown);

        Assert.NotNull(reader.Read("make it snow"));
        Assert.Equal(reader.Read("make it snow"), reader.Read("Please, make it SNOW!!"));
        Assert.NotEqual(reader.Read("make it snow"), reader.Read("make it rain"));
    }

    [Theory]
    [InlineData("lol")]
    [InlineData("first!!!")]
    [InlineData("❤️❤️❤️")]
    [InlineData("")]
    public void What_asks_for_nothing_is_no_vote(string comment) => Assert.Null(new ChangeReader(_shown).Read(comment));
}
