using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Speech;

namespace SoraFunctions.Contract.Tests.Speech;

public sealed class NumberTests
{
    private static readonly string[] _languages =
        ["en", "en-GB", "de", "fr", "fr-BE", "fr-CH", "es", "es-MX", "pt", "pt-PT", "zh-CN", "zh-TW", "ja", "ko"];

    private static readonly string[] _ways = ["cardinal", "masculine", "feminine", "neuter", "counted", "ordinal", "hour", "double", "soft", "native", "percent"];

    [Fact]
    public void Every_number_to_ten_thousand_million_is_read_in_letters() => Prop.ForAll(
        Gen.Choose(0, 99_999).SelectMany(high => Gen.Choose(0, 99_999).Select(low => (high * 100_000L) + low)).ToArbitrary(),
        number => _languages.All(language => _ways.All(way => IsRead(SpeechLanguage.Of(language)!.Say(number, way))))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_number_to_twelve_thousand_is_read_otherwise_than_the_others()
    {
        foreach (var language in _languages)
        {
            var known = SpeechLanguage.Of(language)!;
            Assert.Equal(12_001, Enumerable.Range(0, 12_001).Select(number => known.Say(number)).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Theory]
    [InlineData("en", 1_234_567, "one million two hundred thirty-four thousand five hundred sixty-seven")]
    [InlineData("en-GB", 2_000_015, "two million and fifteen")]
    [InlineData("de", 21, "einundzwanzig")]
    [InlineData("de", 101, "einhunderteins")]
    [InlineData("de", 2_001_101, "zwei Millionen eintausendeinhunderteins")]
    [InlineData("fr", 21, "vingt et un")]
    [InlineData("fr", 70, "soixante-dix")]
    [InlineData("fr", 71, "soixante et onze")]
    [InlineData("fr", 77, "soixante-dix-sept")]
    [InlineData("fr", 80, "quatre-vingts")]
    [InlineData("fr", 81, "quatre-vingt-un")]
    [InlineData("fr", 91, "quatre-vingt-onze")]
    [InlineData("fr", 99, "quatre-vingt-dix-neuf")]
    [InlineData("fr", 201, "deux cent un")]
    [InlineData("fr", 80_000_000, "quatre-vingts millions")]
    [InlineData("es", 100, "cien")]
    [InlineData("es", 101, "ciento uno")]
    [InlineData("es", 21_000, "veintiún mil")]
    [InlineData("es", 1_000_001, "un millón uno")]
    [InlineData("es", 555, "quinientos cincuenta y cinco")]
    [InlineData("pt", 100, "cem")]
    [InlineData("pt", 121, "cento e vinte e um")]
    [InlineData("pt", 1_200, "mil e duzentos")]
    [InlineData("pt", 2_345_678, "dois milhões trezentos e quarenta e cinco mil seiscentos e setenta e oito")]
    [InlineData("zh", 10, "十")]
    [InlineData("zh", 110, "一百一十")]
    [InlineData("zh", 205, "两百零五")]
    [InlineData("zh", 1_001, "一千零一")]
    [InlineData("zh", 20_000, "两万")]
    [InlineData("zh", 100_010, "十万零一十")]
    [InlineData("zh", 120_000_000, "一亿两千万")]
    [InlineData("ja", 300, "サンビャク")]
    [InlineData("ja", 3_600, "サンゼンロッピャク")]
    [InlineData("ja", 8_888, "ハッセンハッピャクハチジュウハチ")]
    [InlineData("ja", 10_000, "イチマン")]
    [InlineData("ja", 10_000_000, "イッセンマン")]
    [InlineData("ko", 10_000, "만")]
    [InlineData("ko", 12_345, "만 이천삼백사십오")]
    [InlineData("ko", 110_000_000, "일억 천만")]
    public void Numbers_follow_the_grammar_of_their_language(string language, long number, string words) =>
        Assert.Equal(words, SpeechLanguage.Of(language)!.Say(number));

    [Theory]
    [InlineData("ja", "hour", 19, "ジュウク")]
    [InlineData("ja", "day", 20, "ハツカ")]
    [InlineData("ja", "double", 100, "ヒャッ")]
    [InlineData("ko", "native", 21, "스물한")]
    [InlineData("es", "feminine", 221, "doscientas veintiuna")]
    [InlineData("pt", "feminine", 1_002, "mil e duas")]
    [InlineData("en", "ordinal", 1_032, "one thousand thirty-second")]
    [InlineData("de", "ordinal", 103, "einhundertdritte")]
    [InlineData("fr", "ordinal", 81, "quatre-vingt-unième")]
    public void Numbers_change_with_what_they_count(string language, string way, long number, string words) =>
        Assert.Equal(words, SpeechLanguage.Of(language)!.Say(number, way));

    private static bool IsRead(string words) =>
        words.Length > 0 && words.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'') && !words.Contains("  ", StringComparison.Ordinal);
}
