using System.Text.Json;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Tests.Campaigns;

public sealed class WrittenAdTests
{
    [Theory]
    [InlineData("""{"music":true}""")]
    [InlineData("""{"music":false,"voice":false}""")]
    [InlineData("""{"voice":true,"music":{"style":"elegant","tempo":90.5,"volume":0.5,"file":"https://example.com/a.mp3"}}""")]
    [InlineData("""{"voice":{"name":"female","rate":1.1,"file":"https://example.com/a.mp3"},"mood":"elegant","seconds":"8","quality":"draft"}""")]
    public void An_advertisement_that_is_written_is_read_as_it_was(string json)
    {
        var ad = JsonSerializer.Deserialize<AdRequest>(json, WireJson.Options)!;

        var again = JsonSerializer.Deserialize<AdRequest>(JsonSerializer.Serialize(ad, WireJson.Options), WireJson.Options);

        Assert.Equal(ad, again);
        Assert.NotEqual(new AdRequest(), again);
    }
}
