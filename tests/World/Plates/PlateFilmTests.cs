using System.Text.Json;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.World.Plates;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Tests.Engine;

namespace SoraFunctions.World.Tests.Plates;

public sealed class PlateFilmTests : IDisposable
{
    private static readonly FrameFormat _format = new(160, 90);
    private readonly string _folder = Directory.CreateTempSubdirectory("plates").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Ball_is_filmed_in_front_of_the_plate_and_throws_its_shadow_on_it()
    {
        var plate = await Plate((160, 150, 140));
        var frames = await Film(Over(Deed.Stand), plate, "out");
        Assert.Equal(15, frames.Count);
        Assert.All(Corner(frames[7]), pair => Assert.InRange(pair.Value - pair.Plate, -5, 5));
        var middle = Pixel(frames[7], 80, 45);
        Assert.True(middle.Red > 2 * middle.Green, $"the ball is not red but {middle}");
        var ground = from x in Enumerable.Range(20, 120) from y in Enumerable.Range(50, 38) select Pixel(frames[7], x, y) into pixel where pixel.Green > 0.7 * pixel.Red select pixel.Green;
        Assert.InRange(ground.Min(), 10, 135);

        (double Value, double Plate)[] Corner(byte[] frame) => [(Pixel(frame, 3, 3).Red, 160), (Pixel(frame, 3, 3).Green, 150), (Pixel(frame, 3, 3).Blue, 140)];
    }

    [Fact]
    public async Task Ball_is_darker_in_a_dark_plate_than_in_a_bright_one()
    {
        var dark = Pixel((await Film(Over(Deed.Stand), await Plate((40, 40, 44)), "dark"))[3], 80, 40);
        var bright = Pixel((await Film(Over(Deed.Stand), await Plate((215, 215, 210)), "bright"))[3], 80, 40);
        Assert.True(bright.Red > 1.2 * dark.Red, $"{bright.Red} is no more light than {dark.Red}");
    }

    [Fact]
    public async Task Same_order_and_plate_give_the_same_bytes()
    {
        var plate = await Plate((120, 160, 90));
        await Film(Over(Deed.Bounce), plate, "a");
        await Film(Over(Deed.Bounce), plate, "b");
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "a", OutputNames.Clip)), File.ReadAllBytes(Path.Combine(_folder, "b", OutputNames.Clip)));
    }

    [Fact]
    public async Task What_can_not_be_in_front_of_a_plate_is_a_warning()
    {
        var order = Over(Deed.Float);
        await Film(order with { Shot = order.Shot with { Camera = new() { Move = CameraMove.OrbitLeft } } }, await Plate((90, 90, 90)), "out");
        var log = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(_folder, "out", OutputNames.Log)), ContractJson.Default.ClipLog)!;
        Assert.Contains(log.Warnings, warning => warning.Contains("camera", StringComparison.Ordinal));
        Assert.Contains(log.Warnings, warning => warning.Contains("water", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plate_that_is_no_film_is_a_clear_error()
    {
        var path = Path.Combine(_folder, "broken");
        File.WriteAllText(path, "no film");
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Film(Over(Deed.Stand), path, "out"));
        Assert.StartsWith("The plate can't be used:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bare_shot_shows_the_set_as_it_is_for_its_cast_and_the_cast_not()
    {
        var order = Orders.Of(Deed.Drop, 0.5m, _format, Orders.Ball()) with { Seed = 3 };
        order = order with { Shot = order.Shot with { Setting = Setting.Kitchen } };
        var whole = Director.Stage(order, ShotAssets.None, CancellationToken.None);
        var bare = Director.Stage(order with { Bare = true }, ShotAssets.None, CancellationToken.None);
        Assert.Equal(whole.Stage.Ground, bare.Stage.Ground);
        Assert.Equal(whole.Stage.Instances.Count - 1, bare.Stage.Instances.Count);
        Assert.All(bare.States, state => Assert.Equal(bare.Stage.Instances.Count, state.Poses.Length));
    }

    [Fact]
    public void Plate_tells_from_which_side_its_light_comes()
    {
        var picture = new byte[64 * 36 * 3];
        Array.Fill(picture, (byte)60);
        for (var y = 4; y < 16; y++)
        {
            picture.AsSpan(((y * 64) + 4) * 3, 30).Fill(240);
        }

        var light = PlateLight.Of(picture, 64, 36);
        Assert.InRange(light.Side, -1, -0.5);
        Assert.True(light.Above.X > light.Below.X);
    }

    private static ShotOrder Over(Deed deed) => Orders.Of(deed, 0.5m, _format, Orders.Ball()) with { Plate = new string('b', 64) };

    private async Task<string> Plate((byte Red, byte Green, byte Blue) colour)
    {
        var path = Path.Combine(_folder, $"plate-{colour.Red}-{colour.Green}.mp4");
        await using var writer = new VideoWriter(path, _format);
        var rgb = new byte[160 * 90 * 3];
        for (var i = 0; i < rgb.Length; i += 3)
        {
            (rgb[i], rgb[i + 1], rgb[i + 2]) = colour;
        }

        for (var frame = 0; frame < 6; frame++)
        {
            var buffer = writer.Rent();
            RgbConversion.ToI420(rgb, 160, 90, buffer);
            await writer.Write(buffer, CancellationToken.None);
        }

        await writer.Complete(CancellationToken.None);
        return path;
    }

    private async Task<List<byte[]>> Film(ShotOrder order, string plate, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        await new WorldEngine().Render(order, _ => plate, folder, new Progress<double>(), CancellationToken.None);
        var raw = await Ffmpeg.Read(["-i", Path.Combine(folder, OutputNames.Clip), "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"], CancellationToken.None);
        return [.. raw.Chunk(160 * 90 * 3)];
    }

    private static (double Red, double Green, double Blue) Pixel(byte[] frame, int x, int y)
    {
        var at = 3 * ((y * 160) + x);
        return (frame[at], frame[at + 1], frame[at + 2]);
    }
}
