using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Tests.Videos;

public class WarningsTests
{
    [Fact]
    public void Warnings_are_shown_once_each_in_order() =>
        Assert.Equal(["b", "a"], Warnings.Fit(["b", "a", "b"]));

    [Fact]
    public void Warnings_fit_into_a_message_however_many_and_long_they_are()
    {
        var fit = Warnings.Fit(Enumerable.Range(0, 500).Select(number => $"{number} {new string('x', 5_000)}"));
        Assert.True(fit.Sum(text => text.Length) < 10_000);
        Assert.Equal("471 further warnings are not listed.", fit[^1]);
    }
}
