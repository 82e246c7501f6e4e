using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Pipeline.Pictures;

namespace SoraFunctions.Pipeline.Tests.Pictures;

public sealed class PictureReaderTests
{
    /// <summary>Made with ImageMagick: 48 x 32 pixels of one colour.</summary>
    private static readonly Dictionary<string, byte[]> _samples = new()
    {
        ["image/png"] = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAADAAAAAgAQMAAABuGmlfAAAAA1BMVEXIdjqHr/3gAAAADElEQVQI12NgGN4AAADgAAGGIOGuAAAAAElFTkSuQmCC"),
        ["image/jpeg"] = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAgADADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCqhS9gAAAAAAAAAAAAAAAAAAAAAAP/2Q=="),
        ["image/webp"] = Convert.FromBase64String("UklGRkQAAABXRUJQVlA4IDgAAAAwAwCdASowACAAPpFGnkslo6KhpWgAsBIJZwB2AABjV8LwAP6H1//4DdfFtMv/9wZn1df4AAAAAA=="),
        ["image/webp lossless"] = Convert.FromBase64String("UklGRh4AAABXRUJQVlA4TBEAAAAvL8AHAAdQuyJXp/+BiOh/AAA="),
        ["image/webp extended"] = Convert.FromBase64String("UklGRmgAAABXRUJQVlA4WAoAAAAQAAAALwAAHwAAQUxQSAoAAAABB1DAiAhERP8DVlA4IDgAAAAwAwCdASowACAAPpFGnkslo6KhpWgAsBIJZwB2AABjV8LwAP6H1//4DdfFtMv/9wZn1df4AAAAAA=="),
    };

    public static TheoryData<string> Kinds => new(_samples.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Picture_tells_its_kind_and_size(string kind) =>
        Assert.Equal(new PictureFacts(kind.Split(' ')[0], 48, 32), PictureReader.Read(_samples[kind]));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Picture_cut_off_anywhere_is_refused(string kind) => Assert.All(
        Enumerable.Range(0, _samples[kind].Length - 1),
        length => Assert.Throws<InvalidDataException>(() => PictureReader.Read(_samples[kind].AsSpan(0, length))));

    [Fact]
    public void Png_with_one_wrong_bit_is_refused() => Prop.ForAll(
        Gen.Choose(0, (_samples["image/png"].Length * 8) - 1).ToArbitrary(),
        bit =>
        {
            var bytes = _samples["image/png"].ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => PictureReader.Read(bytes));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hostile_bytes_never_do_more_than_be_refused() => Prop.ForAll(
        Gen.Elements(_samples.Values.ToArray()).SelectMany(
            sample => Gen.Choose(0, sample.Length - 1).SelectMany(
                at => ArbMap.Default.GeneratorFor<byte[]>(), (at, noise) => (sample, at, noise)))
            .ToArbitrary(),
        made =>
        {
            byte[] bytes = [.. made.sample[..made.at], .. made.noise, .. made.sample[made.at..]];
            try
            {
                var facts = PictureReader.Read(bytes);
                return facts.Width is >= PictureLimits.SmallestSide and <= PictureLimits.LargestSide;
            }
            catch (InvalidDataException refused)
            {
                return refused.Message.Contains("PNG, JPEG or WebP", StringComparison.Ordinal);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void File_over_20_mebibytes_is_refused()
    {
        byte[] bytes = [.. _samples["image/jpeg"], .. new byte[PictureLimits.LargestLength]];
        Assert.Contains("20 MiB", Assert.Throws<InvalidDataException>(() => PictureReader.Read(bytes)).Message);
    }
}
