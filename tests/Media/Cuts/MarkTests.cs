using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Tests.Cuts;

public sealed class MarkTests : IDisposable
{
    private const int Width = 640, Height = 360, Rate = 30, Seconds = 5;

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mark_is_stronger_where_the_picture_is_busy_and_stays_one_level_where_it_is_flat()
    {
        var (plain, marked) = (await Film(null), await Film(Mark(1.8)));

        Assert.Equal(1, Changes(plain, marked, frame: 20, 8, Width / 2 - 24).Max(Math.Abs));
        Assert.Equal(2, Changes(plain, marked, frame: 20, Width / 2 + 24, Width - 8).Max(Math.Abs));
        Assert.InRange(
            Changes(plain, marked, frame: 20, Width / 2 + 24, Width - 8).Average(Math.Abs) / Changes(plain, marked, frame: 20, 8, Width / 2 - 24).Average(Math.Abs), 1.5, 20);
    }

    [Fact]
    public async Task Mark_of_one_strength_changes_no_pixel_by_more_than_a_level() =>
        Assert.Equal(1, Changes(await Film(null), await Film(Mark(null)), frame: 20, 0, Width).Max(Math.Abs));

    [Fact]
    public async Task Mark_is_turned_round_after_half_a_cycle_and_leaves_the_films_length_as_it_is()
    {
        var (plain, marked) = (await Film(null), await Film(Mark(1.8)));
        var (first, second) = (Changes(plain, marked, frame: 20, 0, Width), Changes(plain, marked, frame: 2 * Rate + 20, 0, Width));

        Assert.Equal(Seconds * Rate * Width * Height, marked.Length);
        Assert.InRange(first.Zip(second).Count(pair => pair.First == -pair.Second) / (double)first.Length, 0.97, 1);
        Assert.InRange(first.Average(), -0.02, 0.02);
    }

    private static LumaMark Mark(double? busy)
    {
        var tile = new byte[64 * 64 / 8];
        new Random(1).NextBytes(tile);
        return new LumaMark(tile, 64, 180, 2, 0.65, 4) { BusyStrength = busy };
    }

    /// <summary>The luma of a still whose left half is flat and whose right half is drawn by lot, marked or not.</summary>
    private async Task<byte[]> Film(LumaMark? mark)
    {
        var still = _folder["still.gray"];
        var chance = new Random(2);
        await File.WriteAllBytesAsync(still, [.. Enumerable.Range(0, Width * Height).Select(at => (byte)(at % Width < Width / 2 ? 120 : chance.Next(80, 160)))]);
        string[] source = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", $"{Width}x{Height}", "-framerate", $"{Rate}", "-i", still];
        var hold = $"[0:v]format=yuv420p,loop=loop=-1:size=1,trim=end_frame={Seconds * Rate},setpts=N/{Rate}/TB";
        if (mark is null)
            return await Ffmpeg.Read([.. source, "-filter_complex", $"{hold},extractplanes=y[luma]", "-map", "[luma]", "-f", "rawvideo", "-"], default);
        var layer = new MarkLayer(mark, new FrameFormat(Width, Height, Rate));
        await layer.Write(_folder["cells.yuv"], default);
        return await Ffmpeg.Read(
            [.. source, .. layer.Input(_folder["cells.yuv"]), "-filter_complex", $"{hold}[picture];{layer.Filter(1, "picture", "marked")}[marked]extractplanes=y[luma]", "-map", "[luma]", "-f", "rawvideo", "-"], default);
    }

    private static int[] Changes(byte[] plain, byte[] marked, int frame, int left, int right) =>
    [
        .. from y in Enumerable.Range(0, Height)
           from x in Enumerable.Range(left, right - left)
           let at = frame * Width * Height + y * Width + x
           select marked[at] - plain[at],
    ];
}
