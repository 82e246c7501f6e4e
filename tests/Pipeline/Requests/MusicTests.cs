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
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Pipeline.Tests.Requests;

/// <summary>What a request says of its music.</summary>
public sealed class MusicTests : IDisposable
{
    private readonly OutboundHttp _http = new(new OutboundOptions());
    private readonly MemoryBlobs _blobs = new();

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("true", true, null)]
    [InlineData("false", false, null)]
    [InlineData("\"lo-fi\"", true, MusicStyle.LoFi)]
    [InlineData("""{"style":"lunar-new-year"}""", true, MusicStyle.LunarNewYear)]
    public async Task Music_is_a_boolean_a_style_or_an_object(string music, bool wanted, MusicStyle? style)
    {
        var request = await Read($$"""{"prompt":"a red ball","music":{{music}} }""");
        Assert.Equal((wanted, style), (request.Music, request.MusicWish?.Style));
    }

    [Fact]
    public async Task Tempo_and_volume_are_taken_also_as_a_form_writes_them()
    {
        var wish = (await Read("""{"prompt":"a red ball","music":{"style":"techno","tempo":"128","volume":0.5}}""")).MusicWish;
        Assert.Equal(new MusicWish { Style = MusicStyle.Techno, Tempo = 128, Volume = 0.5 }, wish);
    }

    [Fact]
    public async Task Own_music_is_stored_with_its_kind()
    {
        var wave = Wave(2);
        var request = await Read($$$"""{"prompt":"a red ball","music":{"file":"data:audio/wav;base64,{{{Convert.ToBase64String(wave)}}}","tempo":96}}""");
        Assert.Equal(("audio/wav", wave.Length, 96), (request.MusicWish!.File!.MediaType, request.MusicWish.File.Length, request.MusicWish.Tempo));
    }

    [Fact]
    public async Task Form_brings_music_as_a_file()
    {
        var body = new WireBody(StrictJson.Parse("""{"prompt":"a red ball"}"""u8.ToArray()), new Dictionary<string, ReadOnlyMemory<byte>> { ["music[file]"] = Wave(2) });
        Assert.NotNull((await Reader.Read(body, new TenantBlobs(_blobs, "default"), EngineList.World, null, default)).Request.MusicWish?.File);
    }

    [Fact]
    public async Task Storyboard_that_comes_with_it_is_heard_that_way()
    {
        const string board = """{"title":"t","cast":[{"id":"a","name":"A","form":"ball"}],"shots":[{"id":"one","seconds":4,"subjects":["a"]}]}""";
        var sound = (await Read($$"""{"storyboard":{{board}},"music":{"style":"tropical","volume":1.5} }""")).Storyboard!.Sound;
        Assert.Equal((true, MusicStyle.Tropical, 1.5), (sound.Music, sound.Style, sound.Volume));
    }

    [Theory]
    [InlineData("\"polka\"", "music", "lunar-new-year")]
    [InlineData("7", "music", "must be true, false, a style")]
    [InlineData("""{"tempo":300}""", "music.tempo", "40 to 200")]
    [InlineData("""{"volume":3}""", "music.volume", "0 to 2")]
    [InlineData("""{"pitch":3}""", "music", "no field 'pitch'")]
    [InlineData("""{"style":"calm","file":"data:audio/wav;base64,AAAA"}""", "music.style", "left out")]
    [InlineData("""{"file":"data:audio/wav;base64,AAAA"}""", "music.file", "MP3, AAC (also in M4A), WAV, FLAC or OGG of 1 second to 10 minutes and at most 20 MiB")]
    public async Task Music_that_can_not_be_had_is_refused(string music, string field, string told)
    {
        var refused = await Assert.ThrowsAsync<RequestException>(() => Read($$"""{"prompt":"a red ball","music":{{music}} }"""));
        Assert.Equal(field, refused.Errors[0].Field);
        Assert.Contains(told, refused.Message);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(601)]
    public void Length_is_checked_where_the_header_tells_it(double seconds) =>
        Assert.Contains("1 second to 10 minutes", Assert.Throws<RequestException>(() => SoundDesk.Check("music.file", Wave(seconds, rate: 100))).Message);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFB, 0x90, 0x00 }, "audio/mpeg")]
    [InlineData(new byte[] { 0x49, 0x44, 0x33, 0x04 }, "audio/mpeg")]
    [InlineData(new byte[] { 0xFF, 0xF1, 0x4C, 0x80 }, "audio/aac")]
    [InlineData(new byte[] { 0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70 }, "audio/mp4")]
    [InlineData(new byte[] { 0x4F, 0x67, 0x67, 0x53 }, "audio/ogg")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47 }, null)]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, null)]
    public void Kind_is_told_from_the_bytes(byte[] start, string? type)
    {
        byte[] file = [.. start, .. new byte[100]];
        if (type is null)
            Assert.Throws<RequestException>(() => SoundDesk.Check("music.file", file));
        else
            Assert.Equal(type, SoundDesk.Check("music.file", file).MediaType);
    }

    private AdRequestReader Reader => new(
        new PictureDesk(new FileFetcher(_http)), new ModelDesk(new FileFetcher(_http)), new FontDesk(new FileFetcher(_http)), new SoundDesk(new FileFetcher(_http)));

    private async Task<VideoRequest> Read(string json) =>
        (await Reader.Read(Encoding.UTF8.GetBytes(json), new TenantBlobs(_blobs, "default"), EngineList.World, null, default)).Request;

    /// <summary>Silence of 16 bits, one channel.</summary>
    private static byte[] Wave(double seconds, int rate = 8000)
    {
        var data = new byte[(int)(seconds * rate) * 2];
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + data.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(data.Length);
        writer.Write(data);
        return file.ToArray();
    }
}
