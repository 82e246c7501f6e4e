using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Videos.Captions;

namespace SoraFunctions.Pipeline.Tests.Videos;

public sealed class TranslatedCaptionsTests
{
    private static readonly ProductBrief _kettle = new()
    {
        Title = "Gooseneck Kettle", Description = "Pours slowly & evenly.\nHolds 0.9 l of water.", Price = 79, CompareAtPrice = 99, Currency = "EUR", Rating = new ProductRating(4.6m, 1283),
    };

    private static readonly ProductTranslation _german = new("de", "Schwanenhalskessel", "Gießt langsam & gleichmäßig.\nFasst 0,9 l Wasser.");

    [Fact]
    public async Task All_that_an_advertisement_says_is_said_in_the_other_language_at_the_same_times()
    {
        var request = new VideoRequest { Product = _kettle, Language = "en", Brand = new BrandBrief("Acme"), Seconds = 15 };
        var board = (await new EmbeddedWriter().Write(request, default)).Storyboard;
        var own = TrackOf(board);

        var (track, left) = TranslatedCaptions.Of(own, board, request, _german);

        Assert.Equal(0, left);
        Assert.Contains("Schwanenhalskessel", track, StringComparison.Ordinal);
        Assert.Contains("Gießt langsam &amp; gleichmäßig", track, StringComparison.Ordinal);
        Assert.Contains("79 €", track!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Jetzt kaufen", track, StringComparison.Ordinal);
        Assert.Contains("Acme", track, StringComparison.Ordinal);
        Assert.DoesNotContain("Pours", track, StringComparison.Ordinal);
        Assert.Equal(CaptionTrack.Read(own)[0].From, CaptionTrack.Read(track)[0].From);
        Assert.Equal(CaptionTrack.Read(own)[^1].To, CaptionTrack.Read(track)[^1].To);
    }

    [Fact]
    public void A_text_that_the_cut_spreads_over_cues_and_lines_is_found_again()
    {
        var board = Board("Gooseneck Kettle", "Pours slowly & evenly");
        var own = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGooseneck\nKettle\n\n00:00:03.000 --> 00:00:04.000\nPours slowly\n\n00:00:04.080 --> 00:00:05.000\n&amp; evenly\n";
        var (track, left) = TranslatedCaptions.Of(own, board, new VideoRequest { Product = _kettle }, _german);
        Assert.Equal(
            ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nSchwanenhalskessel\n\n00:00:03.000 --> 00:00:05.000\nGießt langsam &amp; gleichmäßig\n", 0),
            (track, left));
    }

    [Fact]
    public void What_the_shop_has_not_translated_is_left_out_and_counted()
    {
        var board = Board("Gooseneck Kettle", "Call us on Monday");
        var (track, left) = TranslatedCaptions.Of(TrackOf(board), board, new VideoRequest { Product = _kettle }, _german);
        Assert.Equal(1, left);
        Assert.DoesNotContain("Monday", track, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_of_a_translation_that_are_not_one_for_one_are_not_guessed_at()
    {
        var board = Board("Gooseneck Kettle", "Pours slowly & evenly");
        var (track, left) = TranslatedCaptions.Of(TrackOf(board), board, new VideoRequest { Product = _kettle }, _german with { Description = "Nur ein einziger Satz." });
        Assert.Equal(1, left);
        Assert.Contains("Schwanenhalskessel", track, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_track_where_nothing_would_be_in_it()
    {
        var board = Board("Quite other words");
        Assert.Equal((null, 1), TranslatedCaptions.Of(TrackOf(board), board, new VideoRequest { Product = _kettle }, _german));
    }

    [Fact]
    public void Cues_hold_all_words_in_lines_that_fit_and_times_that_follow() => Prop.ForAll<NonEmptyString[]>(words => Fit(string.Join(' ', words.Select(word => word.Get.ReplaceLineEndings(" "))))).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_in_a_track_reading_it_does_not_fail() => Prop.ForAll<string>(track => Assert.NotNull(CaptionTrack.Read(track ?? ""))).QuickCheckThrowOnFailure();

    private static void Fit(string text)
    {
        var cues = CaptionBreaks.Of(text, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9)).ToList();
        Assert.Equal(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), string.Concat(cues.SelectMany(cue => cue.Text).Where(c => !char.IsWhiteSpace(c))));
        Assert.All(cues, cue => Assert.All(cue.Text.Split('\n'), line => Assert.InRange(line.Length, 0, 42)));
        Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.True(cues.Count == 0 || (cues[0].From == TimeSpan.FromSeconds(1) && cues[^1].To == TimeSpan.FromSeconds(9)));
    }

    private static Storyboard Board(params string[] captions) => new()
    {
        Title = "Kettle", Language = "en", Shots = [.. captions.Select((text, i) => new Shot { Id = $"s{i}", Seconds = 3, Subjects = [], Caption = new Caption(text) })],
    };

    // As the cut writes it: a cue for each text that is shown.
    private static string TrackOf(Storyboard board)
    {
        string?[] card = board.EndCard is { } end ? [string.Join(" · ", new[] { end.Brand, end.Title, end.Price, end.Rating?.Text, end.CallToAction }.Where(part => part is not null))] : [];
        var texts = board.Shots.Where(shot => shot.Caption is not null).Select(shot => string.Join(' ', new[] { shot.Caption!.Was, shot.Caption.Text }.OfType<string>())).Concat(card.OfType<string>());
        return CaptionTrack.Write(texts.Select((text, i) => new CaptionCue(TimeSpan.FromSeconds(i), TimeSpan.FromSeconds(i + 0.9), text)));
    }
}
