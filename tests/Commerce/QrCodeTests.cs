using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Commerce.Codes;

namespace SoraFunctions.Commerce.Tests;

public sealed class QrCodeTests
{
    [Theory]
    [InlineData("https://sora.example/l/0a1b2c3d4e")]
    [InlineData("水壶 · Wasserkocher")]
    public void Phone_reads_what_the_code_holds(string text)
    {
        var folder = Directory.CreateTempSubdirectory("sora-qr-");
        try
        {
            var path = Path.Combine(folder.FullName, "code.png");
            File.WriteAllBytes(path, QrCode.Of(text).ToPng(3));
            Assert.Equal(text, Zbar(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Code_has_a_quiet_zone_of_four_modules_and_a_dark_corner_of_seven()
    {
        var code = QrCode.Of("https://sora.example/l/0a1b2c3d4e");
        for (var along = 0; along < code.Size; along++)
        {
            for (var deep = 0; deep < 4; deep++)
            {
                Assert.False(code[along, deep] || code[deep, along] || code[along, code.Size - 1 - deep] || code[code.Size - 1 - deep, along]);
            }
        }

        Assert.All(Enumerable.Range(4, 7), column => Assert.True(code[column, 4]));
        Assert.False(code[5, 5]);
    }

    [Fact]
    public void Short_link_needs_no_more_than_version_four() => Assert.InRange(QrCode.Of("https://sora.example/l/0a1b2c3d4e").Size, 29, 41);

    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(1280, 720)]
    public void Code_takes_at_most_a_third_of_the_shorter_side_and_stays_readable(int width, int height)
    {
        var code = QrCode.Of("https://sora.example/l/0a1b2c3d4e");
        var pixels = code.PixelsPerModule(width, height);
        Assert.InRange(pixels, 3, Math.Min(width, height) / 3 / code.Size);
    }

    [Fact]
    public void Drawing_has_the_modules_of_the_code()
    {
        var code = QrCode.Of("x");
        var drawn = System.Text.RegularExpressions.Regex.Matches(code.ToSvg(), @"M\d+ \d+h(\d+)v1").Sum(run => int.Parse(run.Groups[1].Value));
        var dark = Enumerable.Range(0, code.Size).Sum(row => Enumerable.Range(0, code.Size).Count(column => code[column, row]));
        Assert.Equal(dark, drawn);
    }

    [Fact]
    public void Longest_text_fits_and_a_longer_one_is_refused()
    {
        Assert.Equal(185, QrCode.Of(new string('a', 2331)).Size);
        Assert.Throws<ArgumentException>(() => QrCode.Of(new string('a', 2332)));
        Assert.Throws<ArgumentException>(() => QrCode.Of(new string('ä', 1200)));
    }

    [Fact]
    public void Any_text_makes_a_code() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString>().Filter(text => Encoding.UTF8.GetByteCount(text.Get) <= 2000), text => QrCode.Of(text.Get).Size >= 29));

    private static string Zbar(string path)
    {
        using var zbar = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", "--oneshot", path]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = zbar.StandardOutput.ReadToEnd();
        zbar.WaitForExit();
        return text.TrimEnd('\n');
    }
}
