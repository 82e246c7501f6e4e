using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Azure.Moderation;

namespace SoraFunctions.Azure.Tests.Moderation;

public sealed class TextPiecesTests
{
    [Fact]
    public void A_text_that_fits_is_one_piece() => Assert.Equal(["a red ball"], TextPieces.Of("a red ball"));

    [Fact]
    public void A_long_text_is_cut_between_words_and_what_stands_on_the_cut_is_in_both_pieces()
    {
        var text = string.Join(' ', Enumerable.Range(0, 5_000).Select(number => $"word{number}"));

        var pieces = TextPieces.Of(text).ToList();

        Assert.True(pieces.Count > 1);
        var words = text.Split(' ').ToHashSet();
        Assert.All(pieces.SelectMany(piece => piece.Split(' ', StringSplitOptions.RemoveEmptyEntries)), word => Assert.Contains(word, words));
        for (var piece = 1; piece < pieces.Count; piece++)
        {
            Assert.EndsWith(pieces[piece][..100], pieces[piece - 1][..(pieces[piece - 1].LastIndexOf(pieces[piece][..100], StringComparison.Ordinal) + 100)]);
        }
    }

    [Fact]
    public void No_text_loses_a_character_or_is_cut_within_one() => Prop.ForAll(
        Gen.Choose(0, 25_000).SelectMany(length => Gen.Elements("a", " ", "日", "🎾", "́").ArrayOf(length)).Select(string.Concat).ToArbitrary(),
        text =>
        {
            var pieces = TextPieces.Of(text).ToList();
            var covered = 0;
            foreach (var piece in pieces)
            {
                var at = text.IndexOf(piece, Math.Max(0, covered - (TextPieces.Overlap * 4)), StringComparison.Ordinal);
                Assert.InRange(at, 0, covered);
                Assert.InRange(piece.EnumerateRunes().Count(), 1, TextPieces.Longest);
                Assert.False(char.IsLowSurrogate(piece[0]));
                Assert.False(char.IsHighSurrogate(piece[^1]));
                covered = Math.Max(covered, at + piece.Length);
            }

            return covered == text.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
}
