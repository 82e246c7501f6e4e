using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Tests.Sounds;

/// <summary>What a worker hears in the caller's own music, and what is said when it hears nothing.</summary>
public class MusicListeningTests
{
    private readonly MemoryBlobs _blobs = new();

    [Fact]
    public async Task Worker_listens_to_the_music_that_a_storyboard_is_written_to()
    {
        var heard = new SoundAnalysis { Lead = 0.1, Seconds = 20, Tempo = 120, Beats = [0, 0.5, 1] };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(heard, ContractJson.Default.SoundAnalysis);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var worker = new ScriptedWorker(new RenderStatus { Key = "", State = RenderState.Completed, Outputs = [new RenderOutput(OutputNames.Heard, hash, bytes.Length, "application/json")] });
        worker.Assets[hash] = bytes;

        var found = (await Desk(worker).Heard("t", await Order(), default)).MusicWish!.Heard!;

        Assert.Equal((120.0, 3), (found.Tempo, found.Beats.Count));
        Assert.IsType<SoundJob>(Assert.Single(worker.Jobs));
    }

    [Fact]
    public async Task Music_that_cannot_be_decoded_is_the_callers_fault_and_named_by_its_field()
    {
        var worker = new ScriptedWorker(new RenderStatus { Key = "", State = RenderState.Failed, Error = new RenderError("bad_asset", "asset x can't be decoded", false) });

        var fault = await Assert.ThrowsAsync<FinalException>(async () => await Desk(worker).Heard("t", await Order(), default));

        Assert.Equal("invalid_sound", fault.Code);
        Assert.StartsWith("music.file", fault.Message);
        Assert.Contains("MP3", fault.Message);
    }

    [Fact]
    public async Task Nobody_listens_where_there_is_a_storyboard_or_no_file_or_no_music()
    {
        var order = await Order();
        VideoRequest[] others = [order with { MusicWish = null }, order with { Music = false }, order with { Storyboard = new() { Title = "x", Shots = [] } }];

        foreach (var other in others)
        {
            Assert.Same(other, await Desk(new ScriptedWorker()).Heard("t", other, default));
        }
    }

    private MusicListening Desk(ScriptedWorker worker) => new(new WorkerJobs(new WorkerFleet(worker), _blobs), _blobs);

    private async Task<VideoRequest> Order() =>
        new() { Prompt = "a ball", MusicWish = new MusicWish { File = await new TenantBlobs(_blobs, "t").Put(new byte[] { 1, 2, 3 }, "audio/mpeg", default) } };
}
