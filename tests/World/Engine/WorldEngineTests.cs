using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;

namespace SoraFunctions.World.Tests.Engine;

public sealed class WorldEngineTests : IDisposable
{
    private static readonly FrameFormat _small = new(160, 90);
    private readonly string _folder = Directory.CreateTempSubdirectory("world-engine").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task The_same_order_gives_the_same_bytes_and_the_exact_number_of_frames()
    {
        var order = Orders.Of(Deed.Drop, 0.7m, _small, Orders.Ball(), Orders.Ball() with { Id = "petal", Form = Form.Petal, Height = 0.05, Count = 3 });
        var first = await Render(order, "a");
        var second = await Render(order, "b");
        foreach (var name in new[] { OutputNames.Clip, OutputNames.Log })
        {
            Assert.Equal(Hash(first, name), Hash(second, name));
        }

        Assert.Equal(21, (await VideoProbe.Read(Path.Combine(first, OutputNames.Clip), CancellationToken.None)).Picture!.Frames);
    }

    [Fact]
    public async Task The_log_tells_of_contacts_and_where_the_subject_is()
    {
        var folder = await Render(Orders.Of(Deed.Drop, 1, _small, Orders.Ball()), "log");
        var log = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(folder, OutputNames.Log)), ContractJson.Default.ClipLog)!;
        var impact = log.Contacts[0];
        Assert.Equal(("ball", "ground", Matter.Rubber), (impact.First, impact.Second, impact.FirstMatter));
        Assert.InRange(impact.Speed, 1, 6);
        Assert.InRange(impact.Pan, -0.2, 0.2);
        Assert.InRange(log.SubjectBoxes.Count, 3, 6);
        Assert.All(log.SubjectBoxes, box => Assert.True(box.Left < box.Right && box.Top < box.Bottom && box.Bottom <= 1));
    }

    [Fact]
    public async Task A_picture_that_can_not_be_decoded_is_a_clear_error_that_names_its_subject()
    {
        var path = Path.Combine(_folder, "broken");
        File.WriteAllText(path, "no picture");
        var order = Orders.Of(Deed.Stand, 0.5m, _small, Orders.Ball() with { Id = "serum", Form = Form.Bottle, Picture = new string('a', 64) });
        var error = await Assert.ThrowsAsync<InvalidDataException>(() =>
            new WorldEngine().Render(order, _ => path, _folder, new Progress<double>(), CancellationToken.None));
        Assert.Contains("serum", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_render_can_be_given_up_and_leaves_no_clip()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Stopper(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new WorldEngine().Render(Orders.Of(Deed.Stand, 5, _small, Orders.Ball()), hash => hash, _folder, progress, stop.Token));
        Assert.False(File.Exists(Path.Combine(_folder, OutputNames.Clip)));
        Assert.InRange(progress.Latest, 0.001, 0.2);
    }

    private async Task<string> Render(ShotOrder order, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        await new WorldEngine().Render(order, hash => hash, folder, new Progress<double>(), CancellationToken.None);
        return folder;
    }

    private static string Hash(string folder, string name) =>
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))));

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<double>
    {
        public double Latest { get; private set; }

        public void Report(double value)
        {
            Latest = value;
            if (value > 0.02)
            {
                stop.Cancel();
            }
        }
    }
}
