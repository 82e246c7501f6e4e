using System.Text;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Fonts;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.ProductModels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Pipeline.Tests.Requests;

/// <summary>What a request says of its voice.</summary>
public sealed class VoiceTests : IDisposable
{
    private readonly OutboundHttp _http = new(new OutboundOptions());

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("true", true, null, null)]
    [InlineData("false", false, null, null)]
    [InlineData("\"male\"", true, "male", null)]
    [InlineData("""{"name":"af_heart","rate":"1.1"}""", true, "af_heart", 1.1)]
    public async Task Voice_is_a_boolean_a_name_or_an_object(string voice, bool wanted, string? name, double? rate)
    {
        var request = await Read($$"""{"prompt":"a red ball","voice":{{voice}} }""");
        Assert.Equal((wanted, name, rate), (request.Voice, request.VoiceWish?.Name, request.VoiceWish?.Rate));
    }

    [Fact]
    public async Task The_storyboard_says_how_its_lines_are_spoken()
    {
        var request = await Read("""{"prompt":"a red ball, the narrator says \"Hello\"","voice":{"name":"male","rate":0.9}}""");
        var written = await new EmbeddedWriter().Write(request, default);
        Assert.Equal(new VoicePlan("male", 0.9), written.Storyboard.Sound.Voice);
    }

    [Fact]
    public async Task Own_narration_is_stored_with_its_kind()
    {
        byte[] file = [.. "fLaC"u8, .. new byte[100]];
        var request = await Read($$$"""{"prompt":"a red ball","voice":{"file":"data:audio/flac;base64,{{{Convert.ToBase64String(file)}}}"}}""");
        Assert.Equal("audio/flac", request.VoiceWish!.File!.MediaType);
    }

    [Fact]
    public async Task Form_brings_a_narration_as_a_file()
    {
        byte[] file = [.. "fLaC"u8, .. new byte[100]];
        var request = await Read("""{"prompt":"a red ball"}""", new() { ["voice[file]"] = file });
        Assert.Equal((true, "audio/flac"), (request.Voice, request.VoiceWish!.File!.MediaType));
    }

    [Theory]
    [InlineData("""{"name":"male"}""")]
    [InlineData("false")]
    [InlineData("""{"file":"data:audio/flac;base64,AAAA"}""")]
    public async Task A_file_beside_another_wish_is_refused(string voice)
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => Read($$"""{"prompt":"a red ball","voice":{{voice}} }""", new() { ["voice[file]"] = new byte[100] }));
        Assert.Equal("voice.file", Assert.Single(refused.Errors).Field);
    }

    [Theory]
    [InlineData("\"yes\"", "voice")]
    [InlineData("""{"pitch":2}""", "voice")]
    [InlineData("""{"rate":2}""", "voice.rate")]
    [InlineData("""{"name":"male","file":"data:audio/flac;base64,AAAA"}""", "voice.file")]
    [InlineData("""{"file":"data:audio/flac;base64,AAAA"}""", "voice.file")]
    public async Task Other_wishes_are_refused(string voice, string field)
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => Read($$"""{"prompt":"a red ball","voice":{{voice}} }"""));
        Assert.Equal(field, Assert.Single(refused.Errors).Field);
    }

    private async Task<VideoRequest> Read(string json, Dictionary<string, ReadOnlyMemory<byte>>? form = null)
    {
        var files = new FileFetcher(_http);
        var reader = new AdRequestReader(new PictureDesk(files), new ModelDesk(files), new FontDesk(files), new SoundDesk(files));
        return (await reader.Read(new WireBody(StrictJson.Parse(Encoding.UTF8.GetBytes(json)), form ?? []), new TenantBlobs(new MemoryBlobs(), "default"), EngineList.World, null, default)).Request;
    }
}
