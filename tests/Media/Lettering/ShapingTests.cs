using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Tests.Lettering;

/// <summary>Scripts beyond Latin and Chinese.</summary>
public sealed class ShapingTests
{
    [Theory]
    [InlineData("\u0643\u0648\u0628", "\ufedb\ufeee\ufe8f")]
    [InlineData("\u0644\u0627", "\ufefb")]
    [InlineData("\u0633\u0644\u0627\u0645", "\ufeb3\ufefc\ufee1")]
    [InlineData("\u062f\u0627\u0631", "\ufea9\ufe8d\ufead")]
    [InlineData("cup", "cup")]
    public void Arabic_letters_are_measured_as_they_are_joined(string word, string joined) => Assert.Equal(joined, ArabicForms.Joined(word));

    [Theory]
    [InlineData("كوب السيراميك", true)]
    [InlineData("ספל 12 ₪", true)]
    [InlineData("Dawn كوب", false)]
    [InlineData("12 % כוס", true)]
    [InlineData("清晨", false)]
    public void Direction_is_that_of_the_first_letter(string text, bool rightToLeft) => Assert.Equal(rightToLeft, WritingSystems.IsRightToLeft(text));

    [Theory]
    [InlineData("Cup", "Inter")]
    [InlineData("清晨 Cup", "Noto Sans CJK SC")]
    [InlineData("朝のカップ", "Noto Sans CJK JP")]
    [InlineData("컵", "Noto Sans CJK KR")]
    [InlineData("كوب", "Noto Sans Arabic")]
    [InlineData("ספל", "Noto Sans Hebrew")]
    [InlineData("कप", "Noto Sans Devanagari")]
    [InlineData("ถ้วย", "Noto Sans Thai")]
    [InlineData("Чашка", "Inter")]
    public async Task Each_script_has_a_face_that_draws_all_of_it(string text, string family)
    {
        var face = Typeface.For(text, "und", 600);
        Assert.Equal(family, face.Family);
        var metrics = await FontMetrics.Of(face);
        Assert.True(metrics.Found, $"{family} is not installed");
        Assert.All(text.EnumerateRunes().Where(rune => rune.Value > ' '), rune => Assert.True(metrics.Has(rune.Value), $"no glyph for {rune}"));
    }

    [Fact]
    public async Task Emoji_have_a_picture_each_flags_families_and_skins_too()
    {
        var font = await EmojiFont.Installed;
        Assert.NotNull(font);
        var pictures = new[] { "\u2728", "\u2615", "\U0001F1E8\U0001F1F3", "\U0001F1EF\U0001F1F5", "\U0001F44D\U0001F3FD", "\U0001F44D", "\U0001F469\u200d\U0001F373", "\u2764\ufe0f" }
            .Select(cluster => font.Picture(cluster)).ToList();
        Assert.All(pictures, picture => Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture![..4]));
        Assert.Equal(pictures.Count, pictures.Select(picture => Convert.ToHexString(picture!)).Distinct().Count());
        Assert.Null(font.Picture("\u4e2d"));
    }

    [Theory]
    [InlineData("\u2728", true)]
    [InlineData("\U0001F389", true)]
    [InlineData("\u2764\ufe0f", true)]
    [InlineData("\u2764", false)]
    [InlineData("\u00a9", false)]
    [InlineData("7", false)]
    [InlineData("\u4e2d", false)]
    public void Emoji_are_told_from_letters_and_signs(string cluster, bool emoji) => Assert.Equal(emoji, WritingSystems.IsEmoji(cluster));
}
