using System.Text.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Tests.Requests;

public sealed class StoryboardDefaultsTests
{
    [Fact]
    public void Fields_left_out_of_a_storyboard_have_their_defaults()
    {
        var json = JsonDocument.Parse("""
            {"storyboard":{"title":"t","cast":[{"id":"a","name":"A","form":"ball"}],"shots":[{"id":"one","seconds":4,"subjects":["a"]}]}}
            """).RootElement;

        var storyboard = StrictJson.Read<AdRequest>(json).Storyboard!;

        Assert.Equal("en", storyboard.Language);
        Assert.Equal(1, storyboard.Cast[0].Count);
        Assert.Equal(0.16, storyboard.Cast[0].Height);
        Assert.Equal(50, storyboard.Shots[0].Camera.Lens);
        Assert.True(storyboard.Sound.Music);
    }
}
