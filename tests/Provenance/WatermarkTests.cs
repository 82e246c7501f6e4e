using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Provenance.Tests;

public class WatermarkTests
{
    private const int Width = 640;
    private const int Height = 360;

    private static readonly WatermarkKey _key = new("a secret of this test"u8);
    private static readonly WatermarkId _id = new(0x0123_4567_89ab);

    [Fact]
    public void Id_is_written_as_twelve_digits_and_read_back()
    {
        Assert.Equal("0123456789ab", _id.ToString());
        Assert.Equal(_id, WatermarkId.Parse(_id.ToString()));
        Assert.Equal([0x01, 0x23, 0x45, 0x67, 0x89, 0xab], _id.ToBytes());
        Assert.Null(WatermarkId.Parse("0123456789a"));
        Assert.Null(WatermarkId.Parse("0123456789ag"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WatermarkId(1UL << 48));
    }

    [Fact]
    public void Key_needs_sixteen_bytes() => Assert.Throws<ArgumentException>(() => new WatermarkKey(new byte[15]));

    [Fact]
    public void Message_is_read_with_nine_of_its_coded_bits_turned_round() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Two().ToArbitrary(),
            seeds =>
            {
                var chance = new Random(seeds.Item2);
                var id = new WatermarkId(((ulong)seeds.Item1 << 17 | (uint)seeds.Item2 & 0x1ffff) & (1UL << 48) - 1);
                var received = Array.ConvertAll(WatermarkMessage.Encode(id), bit => bit ? 1f : -1f);
                foreach (var wrong in Enumerable.Range(0, received.Length).OrderBy(_ => chance.Next()).Take(9))
                    received[wrong] = -received[wrong];
                return WatermarkMessage.Decode(received) == id;
            }));

    [Fact]
    public void Message_of_noise_is_none()
    {
        var chance = new Random(3);
        var read = Enumerable.Range(0, 200).Count(_ =>
            WatermarkMessage.Decode([.. Enumerable.Range(0, WatermarkMessage.CodedBits).Select(_ => chance.NextSingle() - 0.5f)]) is not null);
        Assert.Equal(0, read);
    }

    [Fact]
    public void Mark_changes_no_pixel_by_more_than_a_level_and_the_picture_by_less_than_52_decibels()
    {
        var mark = WatermarkPattern.Draw(_key, _id, 1280, 720);
        var change = mark.Select(value => (double)value - WatermarkPattern.Neutral).ToList();
        Assert.InRange(change.Max(Math.Abs), 1, 1);
        Assert.InRange(10 * Math.Log10(255 * 255 / change.Average(value => value * value)), 52, 60);
        Assert.InRange(change.Average(), -0.02, 0.02);
    }

    [Fact]
    public void Tile_has_a_bit_for_each_cell_and_differs_by_key_and_id()
    {
        var tile = WatermarkPattern.Tile(_key, _id);
        Assert.Equal(WatermarkPattern.TileSide * WatermarkPattern.TileSide / 8, tile.Length);
        Assert.Equal(tile, WatermarkPattern.Tile(_key, _id));
        Assert.NotEqual(tile, WatermarkPattern.Tile(_key, new WatermarkId(1)));
        Assert.NotEqual(tile, WatermarkPattern.Tile(new WatermarkKey("another secret of it"u8), _id));
    }

    [Fact]
    public void Mark_is_found_in_a_moving_film()
    {
        var found = Find(Film(seconds: 6), Width, Height);
        Assert.Equal(_id, found?.Id);
        Assert.InRange(found!.CellPixels, 1.99, 2.01);
    }

    [Fact]
    public void Mark_is_found_in_a_single_frame() => Assert.Equal(_id, Find(Film(seconds: 1).Take(1), Width, Height)?.Id);

    [Fact]
    public void Mark_is_found_in_a_film_whose_margins_were_cut_off()
    {
        var (width, height) = (Width * 8 / 10, Height * 8 / 10);
        var cut = Film(seconds: 4).Select(frame => (frame.Seconds, Enumerable.Range(0, height)
            .SelectMany(y => frame.Luma.AsSpan((y + Height / 10) * Width + Width / 10, width).ToArray()).ToArray()));
        var found = Find(cut, width, height);
        Assert.Equal(_id, found?.Id);
        Assert.InRange(found!.CellPixels, 1.95, 2.05);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(160, 0)]
    public void Mark_is_found_within_black_bars(int beside, int above)
    {
        var (width, height) = (Width + 2 * beside, Height + 2 * above);
        var found = Find(
            Film(seconds: 4).Select(frame =>
            {
                var framed = new byte[width * height];
                framed.AsSpan().Fill(16);
                for (var y = 0; y < Height; y++)
                    frame.Luma.AsSpan(y * Width, Width).CopyTo(framed.AsSpan((y + above) * width + beside));
                return (frame.Seconds, framed);
            }).Prepend((0, new byte[width * height])),
            width,
            height);
        Assert.Equal(_id, found?.Id);
        Assert.InRange(found!.CellPixels, 1.99, 2.01);
    }

    [Fact]
    public void Bars_are_what_is_black_at_the_rims_and_nothing_else()
    {
        var picture = new byte[100 * 80];
        Assert.Null(BlackBars.Around(picture, 100, 80, 8));
        picture.AsSpan(10 * 100, 60 * 100).Fill(90);
        Assert.Equal(new BlackBars(0, 10, 100, 60), BlackBars.Around(picture, 100, 80, 8));
        Assert.Null(BlackBars.Around(picture, 100, 80, 61));
        picture.AsSpan(2 * 100, 76 * 100).Fill(90);
        Assert.Null(BlackBars.Around(picture, 100, 80, 8));
    }

    [Fact]
    public void Mark_is_found_when_the_reader_begins_in_the_middle_of_a_cycle() =>
        Assert.Equal(_id, Find(Film(seconds: 6).Where(frame => frame.Seconds > 1.3).Select(frame => (frame.Seconds + 0.77, frame.Luma)), Width, Height)?.Id);

    [Fact]
    public void Nothing_is_found_with_another_key() =>
        Assert.Null(Find(Film(seconds: 2), Width, Height, new WatermarkKey("another secret of it"u8)));

    [Fact]
    public void Nothing_is_found_in_an_unmarked_film() => Assert.Null(Find(Film(seconds: 2, marked: false), Width, Height));

    [Fact]
    public void Reader_refuses_pictures_of_less_than_64_pixels() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WatermarkReader(_key, 640, 63));

    private static WatermarkFinding? Find(IEnumerable<(double Seconds, byte[] Luma)> film, int width, int height, WatermarkKey? key = null)
    {
        var reader = new WatermarkReader(key ?? _key, width, height);
        foreach (var (seconds, luma) in film)
            reader.Add(luma, seconds);
        return reader.Find();
    }

    /// <summary>Eight frames a second of soft waves that drift, with coarse noise on them; the mark at twice its usual strength, for there is little of it.</summary>
    private static IEnumerable<(double Seconds, byte[] Luma)> Film(double seconds, bool marked = true)
    {
        var chance = new Random(5);
        var mark = WatermarkPattern.Draw(_key, _id, Width, Height, 2 * WatermarkPattern.Strength);
        for (var n = 0; n < seconds * 8; n++)
        {
            var luma = new byte[Width * Height];
            var added = n / 8.0 % WatermarkPattern.Cycle < WatermarkPattern.Cycle / 2;
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    var at = y * Width + x;
                    var level = 120 + 60 * Math.Sin((x + 4 * n) / 37.0) * Math.Cos(y / 23.0) + chance.Next(-3, 4);
                    var change = marked ? mark[at] - WatermarkPattern.Neutral : 0;
                    luma[at] = (byte)Math.Clamp(Math.Round(level + (added ? change : -change)), 0, 255);
                }
            }

            yield return (n / 8.0, luma);
        }
    }
}
