using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Service.Tests;

/// <summary>What a worker hears in a sound file.</summary>
public sealed class ListeningJobTests
{
    [Fact]
    public async Task Beats_of_a_sound_file_are_told()
    {
        var path = Path.Combine(Path.GetTempPath(), $"sora-heard-{Guid.NewGuid():n}.mp3");
        try
        {
            // A short stroke of 1 kHz every half second.
            await Ffmpeg.Run(["-f", "lavfi", "-i", "aevalsrc='sin(2*PI*1000*t)*exp(-40*mod(t,0.5))':d=12:s=48000", path], default);
            var (end, heard) = await Hear(await File.ReadAllBytesAsync(path));

            Assert.Equal(RenderState.Completed, end.State);
            Assert.Equal(120, heard!.Tempo!.Value, 0.5);
            Assert.All(heard.Beats, beat => Assert.Equal(0, Math.IEEERemainder(beat, 0.5), 0.03));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task File_without_sound_is_a_bad_asset()
    {
        var (end, _) = await Hear(Jobs.Bytes("no sound at all"));
        Assert.Equal(("bad_asset", false), (end.Error?.Code, end.Error?.Transient));
    }

    private static async Task<(RenderStatus End, SoundAnalysis? Heard)> Hear(byte[] file)
    {
        await using var desk = new DeskUnderTest();
        await desk.Worker.Put(Jobs.Hash(file), new MemoryStream(file), default);
        await desk.Worker.Submit("k", new SoundJob(new SoundOrder(Jobs.Hash(file))), default);
        var end = await desk.Worker.End("k");
        return (end, end.State == RenderState.Completed
            ? JsonSerializer.Deserialize(await desk.Worker.Read(end.Outputs.Single().Sha256), ContractJson.Default.SoundAnalysis)
            : null);
    }
}
