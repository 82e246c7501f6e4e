namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>What can't be built is shown as the nearest thing that can, and never silently.</summary>
public class NearestThingTests
{
    [Theory]
    [InlineData("A kettle on a wooden table", "kettle")]
    [InlineData("A bluetooth speaker on a marble counter", "bluetooth speaker")]
    [InlineData("A tent in the forest", "tent")]
    [InlineData("A croissant on a kitchen counter", "croissant")]
    [InlineData("An orange slice on a plate", "orange slice")]
    [InlineData("A teapot on a wooden table", "teapot")]
    [InlineData("木桌上的电热水壶", "电热水壶")]
    [InlineData("森林里的帐篷", "帐篷")]
    [InlineData("扫地机器人在客厅", "扫地机器人")]
    [InlineData("一片柠檬落在桌上", "柠檬")]
    public async Task Thing_that_only_resembles_what_is_shown_is_named_in_a_warning(string prompt, string word) =>
        Assert.Contains((await Requests.Prompt(prompt)).Warnings, warning => warning.Contains(word, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("A glass bottle on a wooden table")]
    [InlineData("A ceramic bowl on a marble counter")]
    [InlineData("木桌上的玻璃瓶子")]
    public async Task Thing_that_is_shown_as_it_is_brings_no_warning(string prompt) => Assert.Empty((await Requests.Prompt(prompt)).Warnings);
}
